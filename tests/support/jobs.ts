import { JOB_KINDS } from '#server/jobs/job-kinds.ts';

/** Some kinds of jobs alone, so that a test of theirs is not disturbed by what else waits for its time. */
export const onlyJobs = (...kinds: string[]) =>
  Object.fromEntries(Object.entries(JOB_KINDS).filter(([kind]) => kinds.includes(kind)));
