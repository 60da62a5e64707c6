import { claimJob, failJob, finishJob, LostLease } from '#domain/jobs/job-commands.ts';
import type { Job } from '#domain/jobs/job-facts.ts';
import { listDueJobs } from '#domain/jobs/job-queries.ts';
import type { Stationery } from '#domain/mail/stationery.ts';
import { errorFacts, log } from '../log.ts';
import { every, type Site } from '../site.ts';
import { stationeryOf } from '../stationery.ts';
import { JOB_KINDS, type JobKind } from './job-kinds.ts';

type Bench = Pick<Site, 'read' | 'write' | 'clock'>;

const LOOK_EVERY_SECONDS = 15;
const BATCH = 50;

/** Does what is due, one after another, until nothing is; what fails is tried again later. Kinds that are not known here are left for a version that knows them. */
export async function runDueJobs(site: Bench, stationery: Stationery, kinds = JOB_KINDS) {
  let due: Job[];
  do {
    due = await listDueJobs(site.read, Object.keys(kinds), site.clock(), BATCH);
    for (const job of due) await runJob(site, job, kinds[job.kind], stationery);
  } while (due.length === BATCH);
}

/** Looks for due jobs while the site is open; `run` does what is due by now. */
export function watchJobs(site: Site, siteUrl: string) {
  const { organisationName, phone, timeZone: zone } = site.settings;
  const stationery = stationeryOf({ siteName: organisationName, siteUrl, phone, zone });
  return every(LOOK_EVERY_SECONDS, 'run-due-jobs', () => runDueJobs(site, stationery));
}

/** Takes a job, does it and notes it done in one write. */
async function runJob({ write, clock }: Bench, job: Job, kind: JobKind | undefined, stationery: Stationery) {
  const claimed = kind && (await write((tx) => claimJob(tx, job, clock())));
  if (!claimed) return;
  try {
    await write(async (tx) => {
      const now = clock();
      await finishJob(tx, claimed, await kind.work(tx, job.subjectId, stationery, now), now);
    });
  } catch (error) {
    if (error instanceof LostLease) return;
    log({ event: 'job-failed', job: job.kind, attempt: claimed.attempts, ...errorFacts(error) });
    const problem = error instanceof Error ? error.message : String(error);
    await write((tx) => failJob(tx, claimed, problem, clock()));
  }
}
