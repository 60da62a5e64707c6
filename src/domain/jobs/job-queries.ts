import { and, asc, desc, gt, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { beyondAnyLease } from './job-rules.ts';

export type Job = Tables['jobs']['$inferSelect'];

const MOST_SHOWN = 100;

/** The jobs of these kinds whose time has come and that nobody is at, longest due first. */
export const listDueJobs = (read: Reader, kinds: readonly string[], now: Date, most: number): Promise<Job[]> => {
  const { jobs } = read.tables;
  return read
    .select()
    .from(jobs)
    .where(and(inArray(jobs.kind, [...kinds]), isOpen(read, now)))
    .orderBy(asc(jobs.dueAt))
    .limit(most);
};

/** What an admin looks at: jobs that failed, jobs ahead, soonest first, and jobs that are done, latest first. */
export async function listJobs(read: Reader) {
  const { jobs } = read.tables;
  const isAhead = isNotNull(jobs.dueAt);
  const select = () => read.select().from(jobs);
  const [failing, ahead, done] = await Promise.all([
    select()
      .where(and(isAhead, ne(jobs.lastProblem, '')))
      .orderBy(asc(jobs.dueAt))
      .limit(MOST_SHOWN),
    select().where(isAhead).orderBy(asc(jobs.dueAt)).limit(MOST_SHOWN),
    select().where(isNotNull(jobs.doneAt)).orderBy(desc(jobs.doneAt)).limit(MOST_SHOWN),
  ]);
  return { failing, ahead, done };
}

/** Its time has come, and nobody has it, or whoever had it did not come back. */
export function isOpen({ tables: { jobs } }: Reader | Writer, now: Date) {
  const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now), gt(jobs.leasedUntil, beyondAnyLease(now)));
  return and(lte(jobs.dueAt, now), isFree);
}
