import { expect, test } from 'vitest';
import {
  decidePlaces,
  hasLapsed,
  holdFrom,
  isCounted,
  isHost,
  refuseParty,
  roomToGrow,
  type Standing,
  stageOf,
  standInLine,
} from '#domain/meetups/rsvp-rules.ts';
import { seededChance } from '#tests/support/chance.ts';

const noon = new Date('2026-12-03T12:00:00Z');
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const parties = (...sizes: number[]) => sizes.map((partySize) => ({ partySize }));
const stands = (facts: Partial<Standing> = {}): Standing => ({
  status: 'going',
  partySize: 2,
  turn: 5,
  heldUntil: null,
  ...facts,
});
const open = { stage: 'open' as const, places: 20, room: 3 };

test('parties move up in order while the first in line fits', () => {
  expect(decidePlaces({ places: 10, taken: 5 }, parties(2, 3, 1))).toEqual(parties(2, 3));
});

test('nobody overtakes a party that does not fit yet', () => {
  expect(decidePlaces({ places: 10, taken: 8 }, parties(3, 1, 1))).toEqual([]);
});

test('a party larger than the whole room holds up nobody', () => {
  expect(decidePlaces({ places: 4, taken: 3 }, parties(5, 1))).toEqual(parties(1));
});

test('without a limit everybody has a place', () => {
  expect(decidePlaces({ places: null, taken: 1000 }, parties(6, 6))).toEqual(parties(6, 6));
});

test('a room that was made smaller takes in nobody until enough people leave', () => {
  expect(decidePlaces({ places: 10, taken: 15 }, parties(1))).toEqual([]);
});

test('a meetup is open until it starts, and cancelled for good', () => {
  const meetup = { startsAt: at(0), endsAt: at(90), cancelledAt: null };
  expect([-1, 0, 89, 90].map((minute) => stageOf(meetup, at(minute)))).toEqual(['open', 'started', 'started', 'over']);
  expect(stageOf({ ...meetup, cancelledAt: at(-60) }, at(100))).toBe('cancelled');
});

test('a party with a place may grow into the room there is, and is told when it cannot', () => {
  expect(refuseParty(stands(), 5, open, noon)).toBeUndefined();
  expect(refuseParty(stands(), 6, open, noon)).toEqual({ kind: 'no-room', room: 3, partySize: 2 });
  expect(refuseParty(stands({ status: 'waiting' }), 6, open, noon)).toBeUndefined();
});

test('there is no room to grow past those who wait', () => {
  expect(roomToGrow({ places: 10, taken: 8, waiting: 1 })).toBe(0);
  expect(roomToGrow({ places: 10, taken: 8, waiting: 0 })).toBe(2);
  expect(roomToGrow({ places: 10, taken: 12, waiting: 0 })).toBe(0);
  expect(roomToGrow({ places: null, taken: 8, waiting: 0 })).toBeNull();
});

test('a party that the whole room cannot hold is refused, but may still shrink', () => {
  expect(refuseParty(undefined, 5, { ...open, places: 4 }, noon)).toEqual({ kind: 'too-large', places: 4 });
  expect(refuseParty(stands({ status: 'waiting', partySize: 6 }), 5, { ...open, places: 4 }, noon)).toBeUndefined();
});

test('once it has started a party may only shrink, and once it is over nothing changes', () => {
  const started = { ...open, stage: 'started' as const };
  expect(refuseParty(stands(), 1, started, noon)).toBeUndefined();
  expect(refuseParty(stands(), 3, started, noon)).toEqual({ kind: 'closed', stage: 'started' });
  expect(refuseParty(undefined, 1, started, noon)).toEqual({ kind: 'closed', stage: 'started' });
  expect(refuseParty(stands(), 1, { ...open, stage: 'over' }, noon)).toEqual({ kind: 'closed', stage: 'over' });
  expect(refuseParty(stands(), 1, { ...open, stage: 'cancelled' }, noon)).toMatchObject({ kind: 'closed' });
});

test('whoever comes first, comes back or never confirmed stands in line; whoever has a place keeps it', () => {
  expect(standInLine(undefined, 1, 9, noon)).toEqual({ status: 'waiting', turn: 9, partySize: 1 });
  expect(standInLine(stands(), 3, 9, noon)).toEqual({ status: 'going', turn: 5, partySize: 3 });
  expect(standInLine(stands({ status: 'waiting' }), 3, 9, noon)).toMatchObject({ status: 'waiting', turn: 5 });
  expect(standInLine(stands({ status: 'not-going' }), 2, 9, noon)).toMatchObject({ status: 'waiting', turn: 9 });
  expect(standInLine(stands({ heldUntil: at(-1) }), 2, 9, noon)).toMatchObject({ status: 'waiting', turn: 5 });
  const released = stands({ status: 'not-going', heldUntil: at(-1) });
  expect(standInLine(released, 2, 9, noon)).toMatchObject({ status: 'waiting', turn: 5 });
});

test('an unconfirmed RSVP counts for two hours', () => {
  const held = stands({ heldUntil: holdFrom(noon) });
  expect([119, 120].map((minute) => isCounted(held, at(minute)))).toEqual([true, false]);
  expect(hasLapsed({ heldUntil: null }, at(9999))).toBe(false);
  expect(isCounted(stands({ status: 'not-going' }), noon)).toBe(false);
});

test('hosts are the two who run it, and admins', () => {
  const meetup = { hostId: 'ann', secondHostId: null };
  const viewer = (id: string | null, isAdmin = false) => ({ person: id === null ? null : { id }, isAdmin });
  expect(isHost(meetup, viewer('ann'))).toBe(true);
  expect(isHost({ ...meetup, secondHostId: 'bo' }, viewer('bo'))).toBe(true);
  expect(isHost(meetup, viewer('cy'))).toBe(false);
  expect(isHost(meetup, viewer(null))).toBe(false);
  expect(isHost(meetup, viewer('cy', true))).toBe(true);
});

test('whatever people do in whatever order, the room is never over-full, nobody overtakes and no party is split', () => {
  for (let seed = 1; seed <= 300; seed++) playAnAfternoon(seededChance(seed));
});

/** A made-up afternoon of joining, leaving, growing, shrinking, lapsing and confirming; the rules settle after each. */
function playAnAfternoon(chance: (below: number) => number) {
  const places = 1 + chance(12);
  const line: Standing[] = [];
  let now = noon;
  for (let step = 0; step < 60; step++) {
    now = new Date(now.getTime() + chance(40) * 60_000);
    const before = line[chance(line.length + 3)];
    const partySize = 1 + chance(Math.min(6, places));
    if (before && chance(3) === 0) Object.assign(before, { status: 'not-going', heldUntil: null });
    else join(before, partySize, chance(2) === 0 ? holdFrom(now) : null);
    settle();
  }

  function join(before: Standing | undefined, partySize: number, heldUntil: Date | null) {
    const room = roomToGrow({ places, taken: taken(), waiting: waiting().length });
    if (refuseParty(before, partySize, { stage: 'open', places, room }, now)) return;
    const nextTurn = Math.max(0, ...line.map(({ turn }) => turn)) + 1;
    const after = { ...standInLine(before, partySize, nextTurn, now), heldUntil: before ? null : heldUntil };
    if (before) Object.assign(before, after);
    else line.push(after);
  }

  function settle() {
    const inLine = waiting();
    const moving = decidePlaces({ places, taken: taken() }, inLine);
    expect(moving, 'a prefix of the line: nobody overtakes').toEqual(inLine.slice(0, moving.length));
    for (const party of moving) party.status = 'going';
    expect(taken(), 'never over-full').toBeLessThanOrEqual(places);
    const [first] = waiting();
    if (first) expect(taken() + first.partySize, 'nobody waits without need').toBeGreaterThan(places);
  }

  function taken() {
    return line
      .filter((one) => one.status === 'going' && isCounted(one, now))
      .reduce((sum, one) => sum + one.partySize, 0);
  }

  function waiting() {
    return line.filter((one) => one.status === 'waiting' && isCounted(one, now)).sort((a, b) => a.turn - b.turn);
  }
}
