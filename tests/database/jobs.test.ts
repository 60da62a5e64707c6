import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { claimJob, dropJob, finishJob, LostLease, planJob, planJobBy, rerunJob } from '#domain/jobs/job-commands.ts';
import { listDueJobs } from '#domain/jobs/job-queries.ts';
import { newId } from '#server/chance.ts';
import type { JobKind } from '#server/jobs/job-kinds.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { stationeryOf } from '#server/stationery.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { SITE_HEAD } from '#tests/support/meetup-room.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const after = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

/** A desk with one kind of job, `note`, which writes down a limit row each time it is done. */
async function openDesk(database: Database) {
  const { read, write } = database;
  let now = NOON;
  let does: JobKind['work'] = async () => null;
  const note: JobKind = {
    says: 'Notes that it was done',
    async work(tx, subjectId, stationery, at) {
      await tx.insert(tx.tables.limits).values({ id: stationery.newId(), used: 1, endsAt: at });
      return does(tx, subjectId, stationery, at);
    },
  };
  const site = { read, write, clock: () => now };
  return {
    plan: (dueAt: Date) => write((tx) => planJob(tx, { id: newId(), kind: 'note', subjectId: 'x', dueAt })),
    due: (at: Date) => listDueJobs(read, ['note'], at, 10),
    run: (at: Date) => {
      now = at;
      return runDueJobs(site, stationeryOf(SITE_HEAD), { note });
    },
    doing: (work: JobKind['work']) => {
      does = work;
    },
    done: () => read.$count(read.tables.limits),
    row: async () => (await read.select().from(read.tables.jobs).where(eq(read.tables.jobs.kind, 'note')))[0],
  };
}

forEachEngine((open) => {
  test('a job is done when its time has come, and once', async () => {
    const desk = await openDesk(await open());
    await desk.plan(after(10));
    await desk.run(after(9));
    expect(await desk.done()).toBe(0);
    await desk.run(after(10));
    await desk.run(after(11));
    expect(await desk.done()).toBe(1);
    expect(await desk.row()).toMatchObject({ dueAt: null, doneAt: after(10), leasedUntil: null });
  });

  test('a job that says when it wants to be done again is done again then', async () => {
    const desk = await openDesk(await open());
    desk.doing(async (_, __, ___, now) => new Date(now.getTime() + 3_600_000));
    await desk.plan(NOON);
    for (const minutes of [0, 30, 60, 61]) await desk.run(after(minutes));
    expect(await desk.done()).toBe(2);
  });

  test('several who look at the same time do a job once', async () => {
    const desk = await openDesk(await open());
    await desk.plan(NOON);
    await Promise.all([desk.run(NOON), desk.run(NOON), desk.run(NOON)]);
    expect(await desk.done()).toBe(1);
  });

  test('a job that fails leaves nothing behind, says why, and is tried again after a pause', async () => {
    const desk = await openDesk(await open());
    desk.doing(() => Promise.reject(new Error('the kettle is empty')));
    await desk.plan(NOON);
    await desk.run(NOON);
    expect(await desk.done()).toBe(0);
    expect(await desk.row()).toMatchObject({ lastProblem: 'the kettle is empty', attempts: 1, dueAt: after(1) });
    desk.doing(async () => null);
    await desk.run(after(1));
    expect(await desk.done()).toBe(1);
    expect(await desk.row()).toMatchObject({ lastProblem: '', attempts: 0 });
  });

  test('whoever was stopped in the middle of a job is followed by another after some minutes', async () => {
    const database = await open();
    const desk = await openDesk(database);
    await desk.plan(NOON);
    const [job] = await desk.due(NOON);
    const claimed = await database.write((tx) => claimJob(tx, job!, NOON));
    await desk.run(after(4));
    expect(await desk.done()).toBe(0);
    await desk.run(after(5));
    expect(await desk.done()).toBe(1);
    await expect(database.write((tx) => finishJob(tx, claimed!, null, after(6)))).rejects.toThrow(LostLease);
  });

  test('a lease given by a clock that was a day ahead stops nobody once it is put back', async () => {
    const database = await open();
    const desk = await openDesk(database);
    await desk.plan(NOON);
    const [job] = await desk.due(NOON);
    await database.write((tx) => claimJob(tx, job!, after(24 * 60)));
    await desk.run(after(1));
    expect(await desk.done()).toBe(1);
  });

  test('what a job did does not stand when it was planned for another time meanwhile', async () => {
    const database = await open();
    const desk = await openDesk(database);
    await desk.plan(NOON);
    const [job] = await desk.due(NOON);
    const claimed = await database.write((tx) => claimJob(tx, job!, NOON));
    await desk.plan(after(60));
    await expect(database.write((tx) => finishJob(tx, claimed!, null, NOON))).rejects.toThrow(LostLease);
    expect(await database.write((tx) => claimJob(tx, job!, after(1)))).toBeUndefined();
    await desk.run(after(60));
    expect(await desk.done()).toBe(1);
  });

  test('a job planned for a moment at the latest keeps an earlier one', async () => {
    const database = await open();
    const desk = await openDesk(database);
    const planBy = (dueAt: Date) =>
      database.write((tx) => planJobBy(tx, { id: newId(), kind: 'note', subjectId: 'x', dueAt }));
    await planBy(after(30));
    await planBy(after(60));
    expect(await desk.row()).toMatchObject({ dueAt: after(30) });
    await planBy(after(10));
    expect(await desk.row()).toMatchObject({ dueAt: after(10) });
  });

  test('a job that was dropped is not done, and an admin can have one done again', async () => {
    const database = await open();
    const desk = await openDesk(database);
    await desk.plan(NOON);
    await database.write((tx) => dropJob(tx, 'note', 'x'));
    await desk.run(after(1));
    expect(await desk.done()).toBe(0);
    const { id } = (await desk.row())!;
    expect(await database.write((tx) => rerunJob(tx, id, after(2)))).toEqual({ kind: 'planned' });
    await desk.run(after(2));
    expect(await desk.done()).toBe(1);
    expect(await database.write((tx) => rerunJob(tx, 'nobody', NOON))).toEqual({ kind: 'no-such-job' });
  });
});
