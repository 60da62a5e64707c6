import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { editMeetup } from '#domain/meetups/meetup-commands.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import type { Who } from '#domain/meetups/placing-commands.ts';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { findTurnout } from '#domain/meetups/rsvp-queries.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, timesOf } from '#tests/support/meetup-room.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { minutesAfter, NOON, openQueue, somebody } from '#tests/support/rsvps.ts';

const UNTIL = minutesAfter(60);
const NONE = { 'first-timer': 0, partner: 0, public: 0 };

/** A room whose people are staff, partners or new here, as wished. */
async function openRoom(database: Database, places: number, seats: Partial<typeof NONE>, more = {}) {
  const kept = { seats: { ...NONE, ...seats }, until: UNTIL };
  const queue = await openQueue(database, { places, kept, ...more });
  const comeAs = (name: string, facts: Partial<Who>, partySize = 1, now = NOON) => {
    const wish = { whose: queue.by(name), who: somebody(name, facts), partySize, needs: null };
    return database.write((tx) => saveRsvp(tx, wish, queue.stationery, now));
  };
  return { ...queue, comeAs };
}

/** Somebody who had a place at a meetup that is over. */
async function addVisit(database: Database, email: string, columns: { status?: 'going' | 'not-going' } = {}) {
  const { meetup } = await database.write((tx) =>
    addMeetup(tx, { startsLocal: '2026-10-01T10:00', title: email }, NOON),
  );
  const { rsvps } = database.read.tables;
  const id = newId();
  const row = { id, meetupId: meetup.id, name: email, email, circle: 'public' as const, status: 'going' as const };
  await database.write((tx) =>
    tx.insert(rsvps).values({ ...row, partySize: 1, turn: 1, route: 'web', savedAt: NOON, ...columns }),
  );
  return { meetupId: meetup.id, rsvpId: id };
}

forEachEngine((open) => {
  test('kept seats wait for those they are kept for, who get them at once while others stand in line', async () => {
    const { comeAs, line } = await openRoom(await open(), 3, { partner: 2 });
    await comeAs('ann', { circle: 'staff' });
    expect(await comeAs('bo', { circle: 'staff' })).toMatchObject({ position: 1 });
    expect(await comeAs('pat', { circle: 'partner' })).toMatchObject({ rsvp: { status: 'going' } });
    expect(await line()).toEqual(['ann: going, 1', 'bo: waiting, 1', 'pat: going, 1']);
  });

  test('the moment they are no longer kept, a job gives them to the line, in order', async () => {
    const { comeAs, work, line, letters } = await openRoom(await open(), 3, { partner: 2 });
    for (const name of ['ann', 'bo', 'cy', 'di']) await comeAs(name, { circle: 'staff' });
    await work(minutesAfter(59));
    expect(await line()).toEqual(['ann: going, 1', 'bo: waiting, 1', 'cy: waiting, 1', 'di: waiting, 1']);
    for (const minutes of [60, 60, 61]) await work(minutesAfter(minutes));
    expect(await line()).toEqual(['ann: going, 1', 'bo: going, 1', 'cy: going, 1', 'di: waiting, 1']);
    expect((await letters()).slice(4)).toEqual(['bo: A place is yours', 'cy: A place is yours']);
  });

  test('a host who keeps more or fewer, or until another time, changes what the line gets and when', async () => {
    const database = await open();
    const { comeAs, facts, work, line, stationery } = await openRoom(database, 3, { partner: 2 });
    for (const name of ['ann', 'bo', 'cy']) await comeAs(name, { circle: 'staff' });
    const edit = async (seats: Partial<typeof NONE>, until: Date, now: Date) => {
      const { meetup } = (await findFacts(database.read, facts.meetup.id)) ?? facts;
      const times = timesOf(meetup.startsLocal, meetup.endsLocal);
      const kept = { seats: { ...NONE, ...seats }, until };
      const wish = { ...meetupWish({ times, hostId: meetup.hostId, places: 3, kept }), id: meetup.id };
      const editor = { person: { id: meetup.hostId }, isAdmin: false };
      await database.write((tx) => editMeetup(tx, { ...wish, seenAt: meetup.updatedAt }, editor, stationery, now));
    };
    await edit({ partner: 1 }, minutesAfter(120), minutesAfter(5));
    expect(await line()).toEqual(['ann: going, 1', 'bo: going, 1', 'cy: waiting, 1']);
    await work(UNTIL);
    expect(await line()).toEqual(['ann: going, 1', 'bo: going, 1', 'cy: waiting, 1']);
    await edit({}, UNTIL, minutesAfter(70));
    expect(await line()).toEqual(['ann: going, 1', 'bo: going, 1', 'cy: going, 1']);
    await work(minutesAfter(120));
  });

  test('when the meetup moves by a week, seats are kept a week longer', async () => {
    const { comeAs, change, work, line } = await openRoom(await open(), 1, { partner: 1 });
    await comeAs('ann', { circle: 'staff' });
    await change(timesOf('2026-12-12T10:00', '2026-12-12T11:30'));
    await work(UNTIL);
    expect(await line()).toEqual(['ann: waiting, 1']);
    await work(new Date(UNTIL.getTime() + 7 * 86_400_000));
    expect((await line())[0]).toBe('ann: going, 1');
  });

  test('somebody new has a seat for newcomers; somebody who has been here waits', async () => {
    const database = await open();
    const { come, line, enter } = await openRoom(database, 2, { 'first-timer': 2 });
    await addVisit(database, 'bo@home.example');
    await come('bo');
    await come('ann');
    await enter('Mr Gaunt');
    await enter('Mrs Gaunt', 1, NOON, { saysFirstTime: true });
    expect(await line()).toEqual(['bo: waiting, 1', 'ann: going, 1', 'Mr Gaunt: waiting, 1', 'Mrs Gaunt: going, 1']);
  });

  test('who has been here is known from the door; without one, from who had a place', async () => {
    const database = await open();
    const { come, rows } = await openQueue(database);
    const noted = await addVisit(database, 'noted@home.example');
    await addVisit(database, 'gone@home.example', { status: 'not-going' });
    const ticked = await addVisit(database, 'ticked@home.example');
    const missed = await addVisit(database, 'missed@home.example');
    const arrival = {
      name: 'X',
      circle: 'public' as const,
      partySize: 1,
      isFirstTime: true,
      arrivedAt: NOON,
      savedAt: NOON,
    };
    await database.write((tx) =>
      tx.insert(tx.tables.arrivals).values([
        { ...arrival, id: ticked.rsvpId, ...ticked },
        { ...arrival, id: newId(), meetupId: missed.meetupId },
      ]),
    );
    expect(noted).toBeDefined();
    for (const name of ['noted', 'gone', 'ticked', 'missed', 'new']) await come(name);
    const isNew = Object.fromEntries((await rows()).map(({ name, isFirstTime }) => [name, isFirstTime]));
    expect(isNew).toEqual({ noted: false, gone: true, ticked: false, missed: true, new: true });
  });

  test('a host who promises ten percent more has a line that is shorter by as many', async () => {
    const { come, line } = await openQueue(await open(), { places: 10, overbookPercent: 20 });
    for (const [name, size] of [
      ['ann', 6],
      ['bo', 6],
      ['cy', 1],
    ] as const)
      await come(name, size);
    expect(await line()).toEqual(['ann: going, 6', 'bo: going, 6', 'cy: waiting, 1']);
  });

  test('everybody may know which seats are kept, and how many of them are free', async () => {
    const database = await open();
    const { comeAs, facts } = await openRoom(database, 5, { partner: 2, 'first-timer': 1 });
    await comeAs('pat', { circle: 'partner' }, 1);
    const seats = { ...NONE, partner: 2, 'first-timer': 1 };
    expect((await findTurnout(database.read, facts.meetup, NOON)).kept).toEqual({ seats, until: UNTIL, free: 2 });
    expect((await findTurnout(database.read, facts.meetup, UNTIL)).kept).toBeNull();
  });
});
