import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { FORGET_COMMENT } from '#domain/comments/comment-commands.ts';
import { planJob } from '#domain/jobs/job-commands.ts';
import { newId } from '#server/chance.ts';
import { openTestSite } from '#tests/support/site.ts';

test('what falls due while the site is looking is done, too', async () => {
  const { site, clock, runDueJobs } = await openTestSite();
  const job = { id: newId(), kind: FORGET_COMMENT, subjectId: newId() };
  await site.write((tx) => planJob(tx, { ...job, dueAt: new Date(clock.now().getTime() + 3_600_000) }));
  const looking = runDueJobs();
  await Promise.resolve(); // the first look begins
  clock.forward(61);
  await runDueJobs();
  await looking;
  const { jobs } = site.read.tables;
  const [row] = await site.read.select().from(jobs).where(eq(jobs.id, job.id));
  expect(row?.doneAt).toBeInstanceOf(Date);
});
