import { expect, test } from 'vitest';
import {
  hasLapsed,
  holdFrom,
  isCounted,
  isHost,
  refuseParty,
  type Standing,
  stageOf,
  standInLine,
} from '#domain/meetups/rsvp-rules.ts';
import { sayRefusal } from '#domain/meetups/rsvp-words.ts';
import { counted } from '#domain/text/sentence-rules.ts';

const noon = new Date('2026-12-03T12:00:00Z');
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
const stands = (facts: Partial<Standing> = {}): Standing => ({
  status: 'going',
  partySize: 2,
  turn: 5,
  heldUntil: null,
  offeredUntil: null,
  ...facts,
});
const open = { stage: 'open' as const, places: 20, room: 3 };

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

test('an offer takes a place until its deadline, and is a place once they say yes; afterwards the turn is over', () => {
  const offered = stands({ status: 'offered', offeredUntil: at(60) });
  expect([59, 60].map((minute) => isCounted(offered, at(minute)))).toEqual([true, false]);
  expect(standInLine(offered, 2, 9, at(59))).toEqual({ status: 'going', turn: 5, partySize: 2 });
  expect(standInLine(offered, 2, 9, at(60))).toEqual({ status: 'waiting', turn: 9, partySize: 2 });
  expect(refuseParty(offered, 6, open, noon)).toEqual({ kind: 'no-room', room: 3, partySize: 2 });
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

test('one is said as one', () => {
  expect([1, 2, 0].map((number) => counted(number, 'unit'))).toEqual(['1 unit', '2 units', '0 units']);
  expect(counted(1, 'more comes', 'more come')).toBe('1 more comes');
  expect(sayRefusal({ kind: 'too-large', places: 1 })).toContain('There is only 1 place in all.');
  expect(sayRefusal({ kind: 'too-large', places: 4 })).toContain('There are only 4 places in all.');
});
