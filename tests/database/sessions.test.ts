import { expect, test } from 'vitest';
import { planJob } from '#domain/jobs/job-commands.ts';
import { WHOLE_SITE } from '#domain/jobs/job-rules.ts';
import { newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { onlyJobs } from '#tests/support/jobs.ts';
import { openMeetupRoom } from '#tests/support/meetup-room.ts';

forEachEngine((open) => {
  test('a sign-in that is over is forgotten within the hour, also when nobody comes back with it', async () => {
    const { read, write, stationery } = await openMeetupRoom(open);
    const now = new Date();
    const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    await write(async (tx) => {
      await tx.insert(tx.tables.sessions).values([
        { id: 'over', personId: 'ann', expiresAt: inMinutes(-1) },
        { id: 'lasts', personId: 'ann', expiresAt: inMinutes(30) },
      ]);
      await planJob(tx, { id: newId(), kind: 'forget-needs', subjectId: WHOLE_SITE, dueAt: now });
    });
    await runDueJobs({ read, write, clock: () => inMinutes(1) }, stationery, onlyJobs('forget-needs'));
    expect((await read.select().from(read.tables.sessions)).map(({ id }) => id)).toEqual(['lasts']);
  });
});
