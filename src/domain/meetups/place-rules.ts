import type { Circle } from '../people/viewer.ts';
import { heldBack, type KeptSeats, type Kind, withParty } from './kept-seat-rules.ts';

/** More than this many percent beyond the places there are cannot be promised. */
export const MOST_OVERBOOKED = 50;

/** What decides who moves up. */
export interface Room {
  /** How many may be promised, people and not parties; null when there is no limit. */
  places: number | null;
  /** People who have a place, or an offer of one. */
  taken: number;
  /** Null when none are kept. */
  kept: KeptSeats | null;
}

export interface Party extends Kind {
  partySize: number;
}

/** How many people a meetup has places for; null when there is no limit. */
interface Capacity {
  places: number | null;
  overbookPercent: number;
}

/** That, and how many have one. */
export interface Turnout extends Capacity {
  taken: number;
}

/** How many places are promised: more than there are when the host knows that some will not come. */
export const promisedPlaces = (meetup: Capacity): number | null =>
  meetup.places === null ? null : meetup.places + Math.floor((meetup.places * meetup.overbookPercent) / 100);

/** Whether all that is promised is taken. */
export function isFull(meetup: Turnout): boolean {
  const promised = promisedPlaces(meetup);
  return promised !== null && meetup.taken >= promised;
}

/** Whether there are places for anybody, only kept ones, or none. */
export type PlacesLeft = 'open' | 'kept' | 'full';

/** What is left for somebody who comes now. `keptFree` is how many kept seats nobody has taken; `waiting` counts parties. */
export function placesLeft(
  promised: number | null,
  now: { taken: number; waiting: number; keptFree: number },
): PlacesLeft {
  if (promised === null) return 'open';
  const { taken, waiting, keptFree } = now;
  if (taken >= promised) return 'full';
  if (waiting === 0 && taken + keptFree < promised) return 'open';
  return keptFree > 0 ? 'kept' : 'full';
}

/**
 * Who moves up from the waiting list, given in the order of their turns. A party is never split, and order is strict
 * among those who may have a place:
 *
 * - The first in line moves up while it fits beside everybody who has a place and the seats still kept for others.
 * - Nobody goes past a party that does not fit, but for a seat which that party may not have: whoever takes a kept seat
 *   leaves everybody before them exactly as near to a place as they were. (Kept seats would be of no use if those they are
 *   kept for had to wait behind those they are not kept for; and nobody loses by it what they could have had.)
 * - A party larger than the whole room can never be served, so it holds up nobody.
 */
export function decidePlaces<Waiting extends Party>(room: Room, waiting: readonly Waiting[]): Waiting[] {
  const { places } = room;
  if (places === null) return [...waiting];
  const movingUp: Waiting[] = [];
  const passed = new Map<string, Party>();
  let now: Counted = { ...room, places };
  for (const party of waiting) {
    if (party.partySize > places) continue;
    if (now.taken >= places || (passed.size > 0 && !now.kept)) break;
    const then = seat(now, party);
    if (fits(now, party) && [...passed.values()].every((one) => lacking(then, one) <= lacking(now, one))) {
      movingUp.push(party);
      now = then;
    } else passed.set(`${party.partySize} ${party.circle} ${party.isFirstTime}`, party);
  }
  return movingUp;
}

/** How many more a party that has a place could bring, up to `most`: none while others wait, since a free place is theirs. */
export function roomToGrow(room: Room & { waiting: number }, party: Kind, most: number): number | null {
  const { places, waiting } = room;
  if (places === null) return null;
  if (waiting > 0) return 0;
  for (let more = most; more > 0; more--) if (fits({ ...room, places }, { ...party, partySize: more })) return more;
  return 0;
}

type Counted = Room & { places: number };

/** Whether there is a chair for all of them, and none of those kept for others is used. */
const fits = (room: Counted, party: Party): boolean => lacking(room, party) === 0;

/** How many people would have to leave before a party fits. One that fills kept seats takes nothing from anybody, however full. */
function lacking(room: Counted, party: Party): number {
  const then = seat(room, party);
  const chairs = then.taken - room.places;
  const seats = spokenFor(then) <= spokenFor(room) ? 0 : spokenFor(then) - room.places;
  return Math.max(0, chairs, seats);
}

/** Places that are taken, and those that are still kept. */
const spokenFor = ({ taken, kept }: Room): number => taken + (kept ? heldBack(kept) : 0);

const seat = (room: Counted, party: Party): Counted => ({
  ...room,
  taken: room.taken + party.partySize,
  kept: room.kept && withParty(room.kept, party),
});

/** People, not parties, by where they belong. */
export function peopleByCircle(parties: readonly { circle: Circle; partySize: number }[]) {
  const people = { all: 0, public: 0, partner: 0, staff: 0 };
  for (const { circle, partySize } of parties) {
    people.all += partySize;
    people[circle] += partySize;
  }
  return people;
}
