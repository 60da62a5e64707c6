import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { forgetNeeds } from '#domain/meetups/needs-commands.ts';
import { NO_NEEDS } from '#domain/meetups/needs-rules.ts';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { findHostedRsvp, findOwnRsvp, findTurnout, listRsvps } from '#domain/meetups/rsvp-queries.ts';
import { type Circle, circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { minutesAfter, NOON, openQueue, somebody } from '#tests/support/rsvps.ts';

const viewer = (id: string, circle: Circle = 'staff', isAdmin = false): Viewer => ({
  ...{ circle, circles: circlesSeenBy(circle), isKeeper: false, isModerator: false, isAdmin },
  person: { id, name: id, email: `${id}@home.example`, unitId: null },
});

const addPerson = ({ write }: Database, id: string, showsName: boolean) =>
  write((tx) =>
    tx.insert(tx.tables.people).values({
      ...{ id, email: `${id}@home.example`, name: `Name of ${id}`, circle: 'staff', showsName, createdAt: NOON },
    }),
  );

forEachEngine((open) => {
  test('people see where they stand: going, waiting in position, not going, still to confirm', async () => {
    const database = await open();
    const { read } = database;
    const { come, ask, leave, facts } = await openQueue(database, { places: 2 });
    const own = (name: string, now = NOON) => findOwnRsvp(read, viewer(name), facts.meetup.id, now);
    await come('ann');
    await ask('bo');
    await come('cy', 2);
    await come('di');
    await leave('ed');
    expect(await own('ann')).toMatchObject({ status: 'going', heldUntil: null, position: null });
    expect(await own('bo')).toMatchObject({ status: 'going', heldUntil: minutesAfter(120) });
    expect(await own('bo', minutesAfter(120))).toMatchObject({ status: 'not-going' });
    expect(await own('cy')).toMatchObject({ status: 'waiting', partySize: 2, position: 1 });
    expect(await own('di')).toMatchObject({ status: 'waiting', position: 2 });
    expect(await own('ed')).toMatchObject({ status: 'not-going' });
    expect(await own('fay')).toBeUndefined();
    expect(await findOwnRsvp(read, STRANGER, facts.meetup.id, NOON)).toBeUndefined();
  });

  test('everybody sees numbers, and names only of those who are coming and let them be seen', async () => {
    const database = await open();
    const { by, ask, stationery, facts } = await openQueue(database, { places: 5 });
    for (const [id, showsName] of [
      ['ann', true],
      ['bo', false],
      ['cy', true],
    ] as const)
      await addPerson(database, id, showsName);
    for (const id of ['ann', 'bo', 'cy'])
      await database.write((tx) =>
        saveRsvp(
          tx,
          { whose: by(id), who: somebody(id, { personId: id }), partySize: 2, needs: null },
          stationery,
          NOON,
        ),
      );
    await ask('di');
    expect(await findTurnout(database.read, facts.meetup, NOON)).toEqual({
      taken: 4,
      waiting: 2,
      names: ['Name of ann'],
      kept: null,
    });
    expect(await findTurnout(database.read, facts.meetup, minutesAfter(121))).toMatchObject({ waiting: 1 });
  });

  test('a meetup without RSVPs has a turnout of nobody', async () => {
    const database = await open();
    const { facts } = await openQueue(database);
    expect(await findTurnout(database.read, facts.meetup, NOON)).toEqual({
      taken: 0,
      waiting: 0,
      names: [],
      kept: null,
    });
  });

  test('only hosts and admins get the list and what people need, by the query itself', async () => {
    const database = await open();
    const { read } = database;
    const { by, stationery, facts } = await openQueue(database, { places: 5 });
    const needs = { ...NO_NEEDS, accessNeeds: 'A seat near the door', dietaryNeeds: 'No nuts' };
    const wish = { whose: by('ann'), who: somebody('ann'), partySize: 1, needs };
    await database.write((tx) => saveRsvp(tx, wish, stationery, NOON));
    const { id, hostId } = facts.meetup;
    const list = (who: Viewer) => listRsvps(read, who, id);
    expect(await list(viewer(hostId))).toMatchObject([{ name: 'ann', ...needs, turn: 1 }]);
    expect(await list(viewer('boss', 'staff', true))).toHaveLength(1);
    for (const other of [viewer('ann'), viewer('colleague'), STRANGER]) expect(await list(other)).toEqual([]);
    const [rsvp] = await list(viewer(hostId));
    expect(await findHostedRsvp(read, viewer(hostId), id, rsvp?.id ?? '')).toMatchObject({ rsvp: needs });
    expect(await findHostedRsvp(read, viewer('colleague'), id, rsvp?.id ?? '')).toBeUndefined();
    expect(await findHostedRsvp(read, viewer(hostId), 'another', rsvp?.id ?? '')).toBeUndefined();
  });

  test('a meetup of a circle that somebody does not belong to takes no RSVP from them', async () => {
    const database = await open();
    const { by, ask, stationery, line } = await openQueue(database, { circle: 'staff' });
    const save = (circle: Circle) =>
      database.write((tx) =>
        saveRsvp(
          tx,
          { whose: { ...by('ann'), circles: circlesSeenBy(circle) }, who: somebody('ann'), partySize: 1, needs: null },
          stationery,
          NOON,
        ),
      );
    expect(await save('public')).toEqual({ kind: 'no-such-meetup' });
    expect(await save('partner')).toEqual({ kind: 'no-such-meetup' });
    expect(await line()).toEqual([]);
    expect(await save('staff')).toMatchObject({ kind: 'saved' });
    expect(await ask('bo')).toMatchObject({ kind: 'asked' });
  });

  test('a name is enough for somebody entered at the counter, as often as names come', async () => {
    const database = await open();
    const { facts, stationery, line, letters } = await openQueue(database, { places: 2 });
    const enter = (name: string) => {
      const whose = { meetupId: facts.meetup.id, circles: circlesSeenBy('staff'), email: null };
      const who = somebody(name, { email: null, route: 'counter', enteredById: facts.meetup.hostId });
      return database.write((tx) => saveRsvp(tx, { whose, who, partySize: 1, needs: null }, stationery, NOON));
    };
    for (const name of ['Mrs Green', 'Mr Brown']) expect(await enter(name)).toMatchObject({ kind: 'saved' });
    expect(await enter('A resident')).toMatchObject({ position: 1 });
    expect(await line()).toEqual(['Mrs Green: going, 1', 'Mr Brown: going, 1', 'A resident: waiting, 1']);
    expect(await letters()).toEqual([]);
  });

  test('withdrawing forgets what somebody needs', async () => {
    const database = await open();
    const { by, leave, stationery, rows } = await openQueue(database);
    const needs = { ...NO_NEEDS, accessNeeds: 'A seat near the door', dietaryNeeds: 'No nuts' };
    const wish = { whose: by('ann'), who: somebody('ann'), partySize: 1, needs };
    await database.write((tx) => saveRsvp(tx, wish, stationery, NOON));
    await leave('ann');
    expect(await rows()).toMatchObject([{ accessNeeds: '', dietaryNeeds: '' }]);
  });

  test('a week after the meetup, what people need and whom they bring is forgotten', async () => {
    const database = await open();
    const { by, facts, stationery, rows } = await openQueue(database);
    const needs = { ...NO_NEEDS, childNeeds: 'A high chair', partyNames: 'Tom and Mia' };
    const wish = { whose: by('ann'), who: somebody('ann'), partySize: 1, needs };
    await database.write((tx) => saveRsvp(tx, wish, stationery, NOON));
    const daysAfter = (days: number) => new Date(facts.meetup.endsAt.getTime() + days * 86_400_000);
    await database.write((tx) => forgetNeeds(tx, daysAfter(6)));
    expect(await rows()).toMatchObject([needs]);
    await database.write((tx) => forgetNeeds(tx, daysAfter(7)));
    expect(await rows()).toMatchObject([{ name: 'ann', ...NO_NEEDS }]);
  });
});
