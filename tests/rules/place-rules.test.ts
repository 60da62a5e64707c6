import { expect, test } from 'vitest';
import { heldBack, KEPT_FOR, type KeptSeats, noHeads, withParty } from '#domain/meetups/kept-seat-rules.ts';
import { decidePlaces, type Party, promisedPlaces, type Room, roomToGrow } from '#domain/meetups/place-rules.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { seededChance } from '#tests/support/chance.ts';

const party = (partySize: number, circle: Party['circle'] = 'staff', isFirstTime = false): Party => ({
  ...{ partySize, circle, isFirstTime },
});
const parties = (...sizes: number[]) => sizes.map((size) => party(size));
const room = (places: number | null, taken: number, kept: KeptSeats | null = null): Room => ({ places, taken, kept });
const keeping = (seats: Partial<KeptSeats['seats']>): KeptSeats => ({
  seats: { 'first-timer': 0, partner: 0, public: 0, ...seats },
  heads: noHeads(),
});
const newcomer = (size = 1, circle: Party['circle'] = 'staff') => party(size, circle, true);

test('parties move up in order while the first in line fits', () => {
  expect(decidePlaces(room(10, 5), parties(2, 3, 1))).toEqual(parties(2, 3));
});

test('nobody overtakes a party that does not fit yet', () => {
  expect(decidePlaces(room(10, 8), parties(3, 1, 1))).toEqual([]);
});

test('a party larger than the whole room holds up nobody', () => {
  expect(decidePlaces(room(4, 3), parties(5, 1))).toEqual(parties(1));
});

test('without a limit everybody has a place', () => {
  expect(decidePlaces(room(null, 1000), parties(6, 6))).toEqual(parties(6, 6));
});

test('a room that was made smaller takes in nobody until enough people leave', () => {
  expect(decidePlaces(room(10, 15), parties(1))).toEqual([]);
});

test('there is no room to grow past those who wait, nor into seats kept for others', () => {
  const grow = (of: Room, waiting = 0, who = party(1)) => roomToGrow({ ...of, waiting }, who, 6);
  expect(grow(room(10, 8), 1)).toBe(0);
  expect(grow(room(10, 8))).toBe(2);
  expect(grow(room(10, 12))).toBe(0);
  expect(grow(room(null, 8))).toBeNull();
  expect(grow(room(10, 5, keeping({ partner: 4 })))).toBe(1);
  expect(grow(room(10, 5, keeping({ partner: 4 })), 0, party(1, 'partner'))).toBe(5);
});

test('a host may promise some percent more places than there are, in whole places', () => {
  expect(promisedPlaces({ places: 20, overbookPercent: 10 })).toBe(22);
  expect(promisedPlaces({ places: 7, overbookPercent: 10 })).toBe(7);
  expect(promisedPlaces({ places: null, overbookPercent: 10 })).toBeNull();
});

test('kept seats stay free for those they are kept for, who may go past others to them', () => {
  const kept = keeping({ 'first-timer': 2 });
  expect(decidePlaces(room(10, 8, kept), [party(1), newcomer()])).toEqual([newcomer()]);
  expect(decidePlaces(room(10, 7, kept), [party(1), party(1), newcomer(2)])).toEqual([party(1), newcomer(2)]);
  expect(decidePlaces(room(10, 8), [party(1), newcomer()])).toEqual([party(1), newcomer()]);
});

test('order is strict among those who may have a kept seat', () => {
  const kept = keeping({ partner: 2 });
  const line = [party(1), party(3, 'partner'), party(1, 'partner')];
  expect(decidePlaces(room(10, 8, kept), line), 'one partner does not go past three').toEqual([]);
});

test('nobody goes past others with a party that takes more than kept seats', () => {
  expect(decidePlaces(room(10, 8, keeping({ public: 1 })), [party(2), party(2, 'public')])).toEqual([]);
});

test('seats kept in a room that is fuller than that are still for those they are kept for', () => {
  const kept = keeping({ 'first-timer': 4 });
  expect(decidePlaces(room(10, 8, kept), [party(1), newcomer(), newcomer(), newcomer()])).toHaveLength(2);
});

test('as many kept seats count as filled as the people in the room can fill, each of them one', () => {
  const chance = seededChance(7);
  for (let round = 0; round < 200; round++) {
    const kept = anyKept(chance);
    const people: Party[] = Array.from({ length: chance(7) }, () => anyParty(chance, 1));
    const full = people.reduce(withParty, kept);
    const seats = KEPT_FOR.flatMap((whom) => Array.from({ length: kept.seats[whom] }, () => whom));
    expect(heldBack(full)).toBe(seats.length - mostFilled(seats, people));
  }
});

test('whatever happens, the room is never over-full, kept seats are kept, and nobody loses by those behind them', () => {
  for (let seed = 1; seed <= 150; seed++) playAnAfternoon(seededChance(seed));
});

type Chance = (below: number) => number;

/** Joining, leaving, and in the middle the moment when kept seats are everybody's; places are settled after each. */
function playAnAfternoon(chance: Chance) {
  const places = 2 + chance(11);
  let kept: KeptSeats | null = chance(3) > 0 ? anyKept(chance, places) : null;
  let waiting: Party[] = [];
  let seated: Party[] = [];
  const now = (): Room => ({
    places,
    taken: seated.reduce((sum, { partySize }) => sum + partySize, 0),
    kept: kept && seated.reduce(withParty, { ...kept, heads: noHeads() }),
  });
  for (let step = 0; step < 40; step++) {
    if (step === 25) kept = null;
    if (chance(3) === 0) seated = seated.filter((_, at) => at !== chance(seated.length));
    else waiting.push(anyParty(chance, Math.min(6, places)));
    const before = now();
    const moving = decidePlaces(before, waiting);
    const passed = waiting.filter((one) => !moving.includes(one));
    seated = [...seated, ...moving];
    const after = now();
    expect(after.taken, 'never over-full').toBeLessThanOrEqual(places);
    if (after.kept) expect(after.taken + heldBack(after.kept), 'kept seats are kept').toBeLessThanOrEqual(places);
    for (const one of passed) {
      const ahead = moving.filter((other) => waiting.indexOf(other) < waiting.indexOf(one));
      const without = ahead.reduce(sitDown, before);
      expect(lacks(after, one), 'nobody loses by those behind them').toBe(lacks(without, one));
    }
    if (passed[0]) expect(lacks(after, passed[0]), 'the first does not wait without need').toBeGreaterThan(0);
    if (!kept) expect(moving, 'a prefix of the line').toEqual(waiting.slice(0, moving.length));
    waiting = passed;
  }
}

const sitDown = (before: Room, one: Party): Room => ({
  ...before,
  taken: before.taken + one.partySize,
  kept: before.kept && withParty(before.kept, one),
});

/** How many more chairs the room would need before a party could have a place. */
function lacks(before: Room, one: Party): number {
  for (let more = 0; ; more++)
    if (decidePlaces({ ...before, places: (before.places ?? 0) + more }, [one]).length > 0) return more;
}

const anyParty = (chance: Chance, largest: number): Party =>
  party(1 + chance(largest), CIRCLES[chance(3)], chance(3) === 0);

function anyKept(chance: Chance, most = 6): KeptSeats {
  const partner = chance(1 + Math.floor(most / 3));
  const guests = chance(1 + Math.floor(most / 3));
  return keeping({ partner, public: guests, 'first-timer': chance(1 + most - partner - guests) });
}

/** By trying every way to seat people, one after another. */
function mostFilled(seats: readonly string[], people: readonly Party[]): number {
  const [one, ...others] = people;
  if (!one || seats.length === 0) return 0;
  const may = new Set(seats.filter((whom) => whom === one.circle || (whom === 'first-timer' && one.isFirstTime)));
  const ways = [...may].map((whom) => 1 + mostFilled(seats.toSpliced(seats.indexOf(whom), 1), others));
  return Math.max(mostFilled(seats, others), ...ways);
}
