import type { Writer } from '#db/database.ts';
import { planJobOnceBy } from '../jobs/job-commands.ts';
import { opensAt } from './series-rules.ts';

/**
 * Plans when the followers of its series are told of a meetup: once, whoever announced it and whatever changes, and in time
 * when it comes earlier.
 */
export async function planOpening(
  tx: Writer,
  meetup: { id: string; seriesId: string | null; startsAt: Date },
  newId: () => string,
) {
  if (meetup.seriesId === null) return;
  await planJobOnceBy(tx, { id: newId(), kind: 'open-date', subjectId: meetup.id, dueAt: opensAt(meetup.startsAt) });
}
