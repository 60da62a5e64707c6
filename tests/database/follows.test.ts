import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, timesOf } from '#tests/support/meetup-room.ts';
import { openSeriesRoom, THIRD_WEDNESDAYS } from '#tests/support/series-room.ts';

const ROSA = 'rosa@home.example';
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
/** The date of 20 January opens eight weeks before. */
const JANUARY_OPENS = new Date('2026-11-25T10:00:00Z');

type Room = Awaited<ReturnType<typeof openSeriesRoom>>;

async function openRhythmRoom(
  open: Parameters<typeof openSeriesRoom>[0],
  wished: Parameters<typeof openSeriesRoom>[1] = {},
) {
  const room = await openSeriesRoom(open, wished);
  await room.rhythm(THIRD_WEDNESDAYS);
  await room.runJobs(NOW);
  return room;
}

const rsvps = ({ read }: Room) =>
  read
    .select({ name: read.tables.rsvps.name, status: read.tables.rsvps.status, heldUntil: read.tables.rsvps.heldUntil })
    .from(read.tables.rsvps)
    .orderBy(read.tables.rsvps.id);

forEachEngine((open) => {
  test('somebody who is not signed in follows once their address is confirmed, and stops without signing in', async () => {
    const room = await openRhythmRoom(open);
    expect(await room.ask(ROSA)).toEqual({ kind: 'asked', path: '/series/open-cafe' });
    await room.runJobs(JANUARY_OPENS);
    expect(await room.post()).toEqual(['rosa: Please confirm']);
    const again = await openRhythmRoom(open);
    await again.ask(ROSA);
    expect(await again.confirm(ROSA)).toMatchObject({ kind: 'following' });
    await again.runJobs(JANUARY_OPENS);
    expect((await again.post()).at(-1)).toBe('rosa: A date is open');
    expect(await again.stop(ROSA)).toEqual({ kind: 'unfollowed' });
    await again.runJobs(daysLater(60));
    expect(await again.post()).toHaveLength(2);
  });

  test('an address that nobody confirms is forgotten after two days, and its link with it', async () => {
    const room = await openRhythmRoom(open);
    await room.ask(ROSA);
    await room.runJobs(daysLater(1));
    expect(await room.read.$count(room.read.tables.follows)).toBe(1);
    expect(await room.confirm(ROSA, null, daysLater(2.1))).toEqual({ kind: 'no-such-follow' });
    await room.runJobs(daysLater(2.1));
    expect(await room.read.$count(room.read.tables.follows)).toBe(0);
    expect(await room.read.$count(room.read.tables.followLinks)).toBe(0);
  });

  test('asking again for an address that follows changes nothing, and leads to the way to change it', async () => {
    const room = await openRhythmRoom(open);
    await room.ask(ROSA);
    await room.confirm(ROSA);
    expect(await room.ask(ROSA, 6)).toEqual({ kind: 'asked', path: '/series/open-cafe' });
    expect((await room.post()).at(-1)).toBe('rosa: You follow Open café');
    const [follow] = await room.read.select().from(room.read.tables.follows);
    expect(follow).toMatchObject({ countsIn: null, heldUntil: null });
  });

  test('each date opens once, eight weeks before, and never twelve at a time', async () => {
    const room = await openRhythmRoom(open);
    await room.addPerson('rosa', 'public');
    await room.follow('rosa@council.example');
    await room.runJobs(new Date(JANUARY_OPENS.getTime() - 1));
    expect(await room.post()).toEqual([]);
    for (const later of [0, 1, 2]) await room.runJobs(new Date(JANUARY_OPENS.getTime() + later * 3_600_000));
    expect(await room.post()).toEqual(['rosa: A date is open']);
    await room.runJobs(new Date('2026-12-23T10:00:00Z'));
    expect(await room.post()).toEqual(['rosa: A date is open', 'rosa: A date is open']);
  });

  test('a date that is moved to later opens later, and a cancelled one never', async () => {
    const room = await openRhythmRoom(open);
    await room.addPerson('rosa', 'public');
    await room.follow('rosa@council.example');
    await room.rhythm({ ...THIRD_WEDNESDAYS, rules: ['FREQ=MONTHLY;BYDAY=3TH'] });
    await room.cancel((await room.dates())[2]!.id);
    await room.runJobs(JANUARY_OPENS);
    expect(await room.post()).toEqual([]);
    for (const day of ['2026-11-26', '2026-12-28']) await room.runJobs(new Date(`${day}T10:00:00Z`));
    expect(await room.post()).toEqual(['rosa: A date is open']);
  });

  test('a date that is moved to earlier opens earlier, and one that has opened does not open again', async () => {
    const room = await openRhythmRoom(open);
    await room.addPerson('rosa', 'public');
    await room.follow('rosa@council.example');
    const [december, , february, march] = await room.dates();
    const moveTo = async ({ id }: { id: string }, day: string) =>
      room.edit(meetupWish({ id, seriesId: room.seriesId, times: timesOf(`${day}T18:00`, `${day}T20:00`) }));
    await moveTo(march!, '2026-11-30');
    await moveTo(december!, '2026-12-10');
    await room.runJobs(daysLater(0.1));
    expect(await room.post()).toEqual(['rosa: A date is open']);
    expect((await room.letters())[0]?.subject).toContain('30 November 2026');
    await room.rhythm({ ...THIRD_WEDNESDAYS, rules: ['FREQ=MONTHLY;BYDAY=2FR'] });
    expect((await room.facts(february!.id)).meetup.startsLocal).toBe('2027-02-12T10:00');
    await room.runJobs(new Date('2026-12-18T10:00:00Z'));
    expect((await room.letters()).at(-1)?.subject).toContain('12 February 2027');
  });

  test('who is counted in for every date has a place when it opens, is asked once, and keeps it with one press', async () => {
    const room = await openRhythmRoom(open);
    await room.ask(ROSA);
    await room.confirm(ROSA, 3);
    expect(await rsvps(room)).toMatchObject([
      { name: 'Rosa', status: 'going', heldUntil: new Date('2026-12-09T10:00:00Z') },
    ]);
    await room.runJobs(JANUARY_OPENS);
    expect(await room.post()).toEqual(['rosa: Please confirm', 'rosa: Still right', 'rosa: Still right']);
    const [, asked] = await rsvps(room);
    expect(asked).toMatchObject({ status: 'going', heldUntil: new Date('2027-01-13T10:00:00Z') });
    const linkHash = await room.linkTo(ROSA, 'rsvps');
    const wish = { whose: { linkHash }, who: null, partySize: 3, needs: null };
    await room.write((tx) => saveRsvp(tx, wish, room.stationery, daysLater(10)));
    expect((await rsvps(room))[1]).toMatchObject({ status: 'going', heldUntil: null });
    await room.runJobs(new Date('2026-12-09T10:01:00Z'));
    expect(await rsvps(room)).toMatchObject([{ status: 'not-going' }, { status: 'going' }]);
  });

  test('when it is full whoever is counted in waits like everybody, and who has answered already is left alone', async () => {
    const room = await openRhythmRoom(open, { places: 2 });
    await room.addPerson('rosa', 'public');
    await room.addPerson('pat', 'public');
    const [, january] = await room.dates();
    await room.addRsvp(january!.id, 'full', { partySize: 2, turn: 1 });
    await room.addRsvp(january!.id, 'pat', { email: 'pat@council.example', status: 'not-going', turn: 2 });
    await room.follow('pat@council.example', 1, daysLater(-400));
    await room.follow('rosa@council.example', 1, daysLater(-400));
    await room.runJobs(JANUARY_OPENS);
    const letters = (await room.letters()).filter(({ subject }) => subject.includes('20 January'));
    expect(letters.map(({ recipient }) => recipient)).toEqual(['rosa@council.example']);
    expect(letters[0]?.plainText).toContain('you are number 1 on the waiting list');
  });

  test('a follower hears only of dates that they may see, and nothing once they refused such letters', async () => {
    const room = await openRhythmRoom(open);
    for (const [name, circle] of [
      ['pat', 'partner'],
      ['sam', 'staff'],
    ] as const)
      await room.addPerson(name, circle);
    for (const name of ['pat', 'sam', 'ann']) await room.follow(`${name}@council.example`);
    await room.ask(ROSA);
    await room.confirm(ROSA);
    const { meetups, mailRefusals } = room.read.tables;
    const [, january] = await room.dates();
    await room.write((tx) => tx.update(meetups).set({ circle: 'partner' }).where(eq(meetups.id, january!.id)));
    const refusal = { email: 'sam@council.example', kind: 'series' as const, refusedAt: NOW };
    await room.write((tx) => tx.insert(mailRefusals).values(refusal));
    await room.runJobs(JANUARY_OPENS);
    expect((await room.post()).slice(1).sort()).toEqual(['ann: A date is open', 'pat: A date is open']);
  });
});
