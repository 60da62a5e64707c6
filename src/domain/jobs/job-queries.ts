import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Job, ListedJob } from './job-facts.ts';
import { beyondAnyLease } from './job-rules.ts';

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
export async function listJobs(read: Reader): Promise<Record<'failing' | 'ahead' | 'done', ListedJob[]>> {
  const { jobs } = read.tables;
  const isAhead = isNotNull(jobs.dueAt);
  const select = () => selectJobs(read);
  const [failing, ahead, done] = await Promise.all([
    select()
      .where(and(isAhead, ne(jobs.lastProblem, '')))
      .orderBy(asc(jobs.dueAt))
      .limit(MOST_SHOWN),
    select().where(isAhead).orderBy(asc(jobs.dueAt)).limit(MOST_SHOWN),
    select().where(isNotNull(jobs.doneAt)).orderBy(desc(jobs.doneAt)).limit(MOST_SHOWN),
  ]);
  return { failing: failing.map(toListed), ahead: ahead.map(toListed), done: done.map(toListed) };
}

function selectJobs(read: Reader) {
  const { jobs, meetups, series } = read.tables;
  const meetup = { title: meetups.title, slug: meetups.slug };
  return read
    .select({ job: jobs, meetup, series: { name: series.name, slug: series.slug } })
    .from(jobs)
    .leftJoin(meetups, eq(meetups.id, jobs.subjectId))
    .leftJoin(series, eq(series.id, jobs.subjectId));
}

type FoundJob = Awaited<ReturnType<typeof selectJobs>>[number];

function toListed({ job, meetup, series }: FoundJob): ListedJob {
  if (meetup) return { ...job, about: { title: meetup.title, path: `/meetups/${meetup.slug}` } };
  return { ...job, about: series && { title: series.name, path: `/series/${series.slug}` } };
}

/** Its time has come, and nobody has it, or whoever had it did not come back. */
export function isOpen({ tables: { jobs } }: Reader | Writer, now: Date) {
  const isFree = or(isNull(jobs.leasedUntil), lte(jobs.leasedUntil, now), gt(jobs.leasedUntil, beyondAnyLease(now)));
  return and(lte(jobs.dueAt, now), isFree);
}
