import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { chooseLetters } from '#domain/mail/letter-refusal-commands.ts';
import { newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { planStandingJobs } from '#server/jobs/standing-jobs.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { onlyJobs } from '#tests/support/jobs.ts';
import { meetupWish, NOW, openMeetupRoom, timesOf } from '#tests/support/meetup-room.ts';

const utc = (text: string) => new Date(`${text}Z`);
const WEEK = utc('2026-11-26T10:00');
const DAY = utc('2026-12-02T10:00');
const REMINDERS = onlyJobs('remind-week', 'remind-day');
const justBefore = (instant: Date) => new Date(instant.getTime() - 1000);

/** A meetup on Thursday 3 December 2026 at 10, what happens to it, and a clock that jumps. */
async function openClock(open: () => Promise<Database>) {
  const room = await openMeetupRoom(open);
  const { read, write, stationery } = room;
  const wish = meetupWish();
  await room.save(wish);
  const run = (now: Date) => runDueJobs({ read, write, clock: () => now }, stationery, REMINDERS);
  return {
    ...room,
    wish,
    run,
    come: (name: string, facts: Parameters<typeof room.addRsvp>[2] = {}) => room.addRsvp(wish.id, name, facts),
    /** Moves the clock, lets what is due be done, and gives the letters that came of it: "ann: Tomorrow". */
    async sent(now: Date) {
      const before = (await room.letters()).length;
      await run(now);
      const letters = (await room.letters()).slice(before);
      return letters.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject.split(':')[0]}`);
    },
  };
}

forEachEngine((open) => {
  test('everyone going is reminded a week and a day before, once each, with the calendar file and a way to say no', async () => {
    const { come, sent, letters } = await openClock(open);
    await come('ann');
    await come('bo', { partySize: 2 });
    expect(await sent(justBefore(WEEK))).toEqual([]);
    expect(await sent(WEEK)).toEqual(['ann: Thursday 3 December 2026', 'bo: Thursday 3 December 2026']);
    expect(await sent(WEEK)).toEqual([]);
    expect(await sent(justBefore(DAY))).toEqual([]);
    expect(await sent(DAY)).toEqual(['ann: Tomorrow', 'bo: Tomorrow']);
    expect(await sent(utc('2027-12-03T00:00'))).toEqual([]);
    const [first] = await letters();
    expect(first?.plainText).toMatch(/Can’t come\? Say so here.*:\nhttps:\/\/teacake.council.example\/rsvps\/\S+/);
    expect(first?.attachments[0]?.content).toContain('BEGIN:VCALENDAR');
    expect(first?.unsubscribeUrl).toContain('/unsubscribe/');
  });

  test('those who still wait hear so the day before; who left, did not confirm or gave no address hears nothing', async () => {
    const { come, sent } = await openClock(open);
    await come('ann', { status: 'waiting' });
    await come('bo', { status: 'waiting' });
    await come('cy', { status: 'not-going' });
    await come('di', { heldUntil: utc('2027-01-01T00:00') });
    await come('ed', { email: null });
    expect(await sent(WEEK)).toEqual([]);
    expect(await sent(DAY)).toEqual(['ann: Tomorrow, and still full', 'bo: Tomorrow, and still full']);
  });

  test('whoever wants no reminders gets none', async () => {
    const { come, sent, write } = await openClock(open);
    await come('ann');
    await come('bo');
    await write((tx) => chooseLetters(tx, 'ann@home.example', ['series', 'hosts', 'afterwards'], NOW));
    expect(await sent(WEEK)).toEqual(['bo: Thursday 3 December 2026']);
  });

  test('whoever said so, or got a place, inside the last day is not reminded of it', async () => {
    const { come, sent } = await openClock(open);
    await come('late', { savedAt: new Date(DAY.getTime() + 60_000) });
    await come('promoted', { promotedAt: new Date(DAY.getTime() + 60_000) });
    await come('ann', { savedAt: DAY });
    expect(await sent(utc('2026-12-02T14:00'))).toEqual(['ann: Tomorrow']);
  });

  test('a site that was down reminds when it is back, but never twice in one go nor after the start', async () => {
    const { come, sent } = await openClock(open);
    await come('ann');
    expect(await sent(utc('2026-12-03T08:00'))).toEqual(['ann: Today']);
    expect(await sent(utc('2026-12-03T10:00'))).toEqual([]);
    const second = await openClock(open);
    await second.come('ann');
    expect(await second.sent(utc('2026-12-03T10:00'))).toEqual([]);
  });

  test('a meetup that moves is reminded of at its new time, and another title reminds nobody again', async () => {
    const { come, sent, edit, wish } = await openClock(open);
    await come('ann');
    expect(await sent(WEEK)).toHaveLength(1);
    await edit({ ...wish, title: 'Warm café' }, { at: WEEK });
    expect(await sent(WEEK)).toEqual([]);
    await edit({ ...wish, times: timesOf('2026-12-10T19:00', '2026-12-10T21:00') }, { at: WEEK });
    expect(await sent(DAY)).toEqual([]);
    expect(await sent(utc('2026-12-03T19:00'))).toEqual(['ann: Thursday 10 December 2026']);
    expect(await sent(utc('2026-12-09T19:00'))).toEqual(['ann: Tomorrow']);
  });

  test('a meetup that is called off, or moved to an hour from now, reminds nobody', async () => {
    const { come, sent, cancel, wish } = await openClock(open);
    await come('ann');
    await cancel(wish.id);
    expect(await sent(WEEK)).toEqual([]);
    expect(await sent(DAY)).toEqual([]);
    const soon = await openClock(open);
    await soon.come('ann');
    await soon.edit({ ...soon.wish, times: timesOf('2026-11-20T13:00', '2026-11-20T14:00') });
    expect(await soon.sent(utc('2026-11-20T12:30'))).toEqual([]);
    expect(await soon.sent(DAY)).toEqual([]);
  });

  test('several processes and a clock that is put back remind once', async () => {
    const { come, run, sent, letters } = await openClock(open);
    await come('ann');
    await Promise.all([run(DAY), run(DAY), run(DAY)]);
    expect(await letters()).toHaveLength(1);
    expect(await sent(WEEK)).toEqual([]);
    expect(await sent(DAY)).toEqual([]);
  });

  test('meetups from before get their reminders at the next start, and a restart plans nothing twice', async () => {
    const { come, sent, read, write } = await openClock(open);
    await come('ann');
    await write((tx) => tx.delete(tx.tables.jobs));
    const start = (now: Date) => planStandingJobs({ read, write, clock: () => now });
    await start(NOW);
    expect(await sent(WEEK)).toHaveLength(1);
    await start(WEEK);
    expect(await sent(WEEK)).toEqual([]);
    expect(await sent(DAY)).toEqual(['ann: Tomorrow']);
    await start(DAY);
    expect(await sent(DAY)).toEqual([]);
  });

  test('a meetup announced inside the week is reminded of a day before only', async () => {
    const { save, addRsvp, sent } = await openClock(open);
    const wish = meetupWish({ id: newId(), times: timesOf('2026-11-24T10:00', '2026-11-24T11:00') });
    await save(wish);
    await addRsvp(wish.id, 'eve');
    expect(await sent(utc('2026-11-23T09:59'))).toEqual([]);
    expect(await sent(utc('2026-11-23T10:00'))).toEqual(['eve: Tomorrow']);
  });
});
