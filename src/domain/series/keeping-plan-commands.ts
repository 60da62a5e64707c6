import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { type Term, warnAt } from './host-term-rules.ts';

/** Lets the daily round of a series begin now: it makes the dates that are missing. */
export const planKeeping = (tx: Writer, seriesId: string, newId: () => string, now: Date) =>
  planJob(tx, { id: newId(), kind: 'keep-series', subjectId: seriesId, dueAt: now });

/** Plans the letter that says that the last host leaves; there is none while somebody stays. */
export async function planHostWarning(tx: Writer, seriesId: string, terms: readonly Term[], newId: () => string) {
  const dueAt = warnAt(terms);
  if (dueAt) await planJob(tx, { id: newId(), kind: 'warn-hosts', subjectId: seriesId, dueAt });
  else await dropJob(tx, 'warn-hosts', seriesId);
}
