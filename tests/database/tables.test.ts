import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { findAcquaintances } from '#domain/tables/acquaintance-queries.ts';
import { listNamedParties } from '#domain/tables/table-party-queries.ts';
import { keepTablePlan } from '#domain/tables/table-plan-commands.ts';
import { findTablePlan } from '#domain/tables/table-plan-queries.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, openMeetupRoom, timesOf } from '#tests/support/meetup-room.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const ANN = viewerIn('staff', 'ann');
const BOB = viewerIn('staff', 'bob');

/** A room with an earlier café and the next one; `arrive` brings somebody through the door of either. */
async function openCafes(open: () => Promise<Database>) {
  const room = await openMeetupRoom(open);
  const before = meetupWish({ times: timesOf('2026-10-01T10:00', '2026-10-01T11:30') });
  const next = meetupWish();
  await room.save(before);
  await room.save(next);
  const arrive = async (meetupId: string, name: string, personId: string | null = null) => {
    const id = newId();
    const row = { id, meetupId, name, personId, circle: 'staff', partySize: 1, isFirstTime: false } as const;
    await room.write((tx) => tx.insert(tx.tables.arrivals).values({ ...row, arrivedAt: NOW, savedAt: NOW }));
    return id;
  };
  const parties = (viewer = ANN) => listNamedParties(room.read, viewer, next.id, NOW);
  return { ...room, before, next, arrive, parties };
}

forEachEngine((open) => {
  test('whoever is going is to be seated; once somebody has arrived, whoever has arrived', async () => {
    const { addRsvp, arrive, next, parties } = await openCafes(open);
    await addRsvp(next.id, 'zoe', { partySize: 3, accessNeeds: 'A ramp' });
    await addRsvp(next.id, 'adam');
    await addRsvp(next.id, 'gone', { status: 'not-going' });
    await addRsvp(next.id, 'waits', { status: 'waiting' });
    expect(await parties()).toMatchObject([
      { name: 'adam', size: 1, needsEasyTable: false },
      { name: 'zoe', size: 3, needsEasyTable: true },
    ]);
    await arrive(next.id, 'Walk-in');
    expect(await parties()).toMatchObject([{ name: 'Walk-in' }]);
  });

  test('only the hosts learn who is there, and who sits where', async () => {
    const { addRsvp, next, parties, read, write } = await openCafes(open);
    await addRsvp(next.id, 'zoe');
    const plan = { meetupId: next.id, seed: 1, easyTables: 1, together: [], tables: [['a'], ['b']] };
    const keep = (id: string) => write((tx) => keepTablePlan(tx, plan, { person: { id }, isAdmin: false }, NOW));
    expect(await keep('bob')).toEqual({ kind: 'not-yours' });
    expect(await keep('ann')).toMatchObject({ kind: 'kept' });
    expect(await findTablePlan(read, ANN, next.id)).toMatchObject({ tables: [['a'], ['b']], seed: 1 });
    expect(await findTablePlan(read, BOB, next.id)).toBeUndefined();
    expect(await parties(BOB)).toEqual([]);
  });

  test('people know each other from an earlier café, and better from one table', async () => {
    const { arrive, addPerson, before, next, parties, read, write } = await openCafes(open);
    for (const name of ['cat', 'dan', 'eve', 'new']) await addPerson(name);
    const [cat, dan, eve] = [
      await arrive(before.id, 'cat', 'cat'),
      await arrive(before.id, 'dan', 'dan'),
      await arrive(before.id, 'eve', 'eve'),
    ];
    const plan = { meetupId: before.id, seed: 1, easyTables: 1, together: [], tables: [[cat, dan], [eve]] };
    await write((tx) => keepTablePlan(tx, plan, { person: { id: 'ann' }, isAdmin: false }, NOW));
    for (const name of ['cat', 'dan', 'eve', 'new']) await arrive(next.id, name, name);
    const there = await parties();
    const idOf = (name: string) => there.find((party) => party.name === name)!.id;
    const startsAt = new Date('2026-12-03T10:00:00Z');
    const met = await findAcquaintances(read, { id: next.id, startsAt }, there);
    expect(met(idOf('cat'), idOf('dan'))).toBe(3);
    expect(met(idOf('dan'), idOf('cat'))).toBe(3);
    expect(met(idOf('cat'), idOf('eve'))).toBe(1);
    expect(met(idOf('cat'), idOf('new'))).toBe(0);
  });
});
