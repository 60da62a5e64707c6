import type { Writer } from '#db/database.ts';
import { planJobOnce } from '../jobs/job-commands.ts';
import { opensAt } from './series-rules.ts';

/** Plans when the followers of its series are told of a meetup: once, whoever announced it and whatever changes. */
export async function planOpening(
  tx: Writer,
  meetup: { id: string; seriesId: string | null; startsAt: Date },
  newId: () => string,
) {
  if (meetup.seriesId === null) return;
  await planJobOnce(tx, { id: newId(), kind: 'open-date', subjectId: meetup.id, dueAt: opensAt(meetup.startsAt) });
}
