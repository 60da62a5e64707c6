import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Job } from './job-facts.ts';
import { isOpen } from './job-queries.ts';
import { leaseFrom, retryAt } from './job-rules.ts';

/** One piece of work: its kind, and the id of what it is about. There is never more than one row for both. */
export interface JobPlan {
  id: string;
  kind: string;
  subjectId: string;
  dueAt: Date;
}

/** Plans a job for a moment, in the same write as what makes it necessary. One that was planned, begun or done is planned anew. */
export async function planJob(tx: Writer, plan: JobPlan) {
  const { jobs } = tx.tables;
  const fresh = { dueAt: plan.dueAt, leasedUntil: null, attempts: 0, lastProblem: '' };
  await tx
    .insert(jobs)
    .values({ ...plan, ...fresh })
    .onConflictDoUpdate({ target: [jobs.kind, jobs.subjectId], set: fresh });
}

/** Plans a job for a moment at the latest: one that is due earlier stays as it is. */
export const planJobBy = (tx: Writer, plan: JobPlan) =>
  planEarlier(tx, plan, sql`${tx.tables.jobs.dueAt} is null or ${dueLater(tx)}`);

/** The same, once: one that is done or was dropped stays so. */
export const planJobOnceBy = (tx: Writer, plan: JobPlan) => planEarlier(tx, plan, dueLater(tx));

/** Plans a job unless it was ever planned before. */
export async function planJobOnce(tx: Writer, plan: JobPlan) {
  await tx
    .insert(tx.tables.jobs)
    .values({ ...plan, attempts: 0 })
    .onConflictDoNothing();
}

/** The same for many jobs, in one statement. */
export async function planJobsOnce(tx: Writer, plans: readonly JobPlan[]) {
  if (plans.length === 0) return;
  const rows = plans.map((plan) => ({ ...plan, attempts: 0 }));
  await tx.insert(tx.tables.jobs).values(rows).onConflictDoNothing();
}

/** Takes a job off the plan: there is no reason for it any more. */
export async function dropJob(tx: Writer, kind: string, subjectId: string) {
  const { jobs } = tx.tables;
  await tx
    .update(jobs)
    .set({ dueAt: null, leasedUntil: null })
    .where(and(eq(jobs.kind, kind), eq(jobs.subjectId, subjectId)));
}

/** Takes a job for some minutes, unless somebody else did. @returns the job as it is now, to finish or fail it with. */
export async function claimJob(tx: Writer, job: Job, now: Date): Promise<Job | undefined> {
  const { jobs } = tx.tables;
  const [claimed] = await tx
    .update(jobs)
    .set({ leasedUntil: leaseFrom(now), attempts: job.attempts + 1 })
    .where(and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts), isOpen(tx, now)))
    .returning();
  return claimed;
}

/**
 * Notes that a job is done, in the same write as what it did, so that both happen or neither.
 *
 * @param next when to do it again; null when there is no reason to.
 * @throws LostLease when it was planned anew or taken by somebody else meanwhile: what it did must not stand.
 */
export async function finishJob(tx: Writer, claimed: Job, next: Date | null, now: Date) {
  const { jobs } = tx.tables;
  const finished = await tx
    .update(jobs)
    .set({ dueAt: next, leasedUntil: null, attempts: 0, doneAt: now, lastProblem: '' })
    .where(isHeld(tx, claimed))
    .returning({ id: jobs.id });
  if (finished.length === 0) throw new LostLease(claimed.kind);
}

/** Notes why a job was not done, and tries again after a pause. */
export async function failJob(tx: Writer, claimed: Job, problem: string, now: Date) {
  const again = { dueAt: retryAt(claimed.attempts, now), leasedUntil: null, lastProblem: problem.slice(0, 500) };
  await tx.update(tx.tables.jobs).set(again).where(isHeld(tx, claimed));
}

/** An admin's wish to have a job done now, done before or not. */
export async function rerunJob(tx: Writer, id: string, now: Date) {
  const { jobs } = tx.tables;
  const planned = await tx
    .update(jobs)
    .set({ dueAt: now, leasedUntil: null, attempts: 0 })
    .where(eq(jobs.id, id))
    .returning({ id: jobs.id });
  return { kind: planned.length > 0 ? ('planned' as const) : ('no-such-job' as const) };
}

/** A job that ended after somebody else had begun it, or after it was planned anew. */
export class LostLease extends Error {
  override name = 'LostLease';
}

async function planEarlier(tx: Writer, plan: JobPlan, setWhere: SQL) {
  const { jobs } = tx.tables;
  await tx
    .insert(jobs)
    .values({ ...plan, attempts: 0 })
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.subjectId],
      set: { dueAt: plan.dueAt, leasedUntil: null },
      setWhere,
    });
}

const dueLater = ({ tables: { jobs } }: Writer) => sql`${jobs.dueAt} > excluded.due_at`;

const isHeld = ({ tables: { jobs } }: Writer, { id, leasedUntil }: Job) =>
  and(eq(jobs.id, id), leasedUntil ? eq(jobs.leasedUntil, leasedUntil) : undefined);
