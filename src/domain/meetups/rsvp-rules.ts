import type { Circle } from '../people/viewer.ts';

/** The largest party that comes under one name. */
export const MOST_IN_PARTY = 6;

/** How somebody's RSVP reaches us when a colleague enters it for them. */
export const OFFLINE_ROUTES = ['phone', 'counter', 'paper', 'text', 'on-behalf'] as const;

/** How long an RSVP counts before its address is confirmed. */
const HOLD_HOURS = 2;

export type RsvpStatus = 'going' | 'waiting' | 'offered' | 'not-going';

/** Where somebody stands: `turn` is their place in the queue, taken at the first press and kept. */
export interface Standing {
  status: RsvpStatus;
  partySize: number;
  turn: number;
  /** An unconfirmed RSVP counts until this moment; null once confirmed. */
  heldUntil: Date | null;
}

/** What is still possible: joining and growing while open; only leaving and shrinking once it has started. */
export type Stage = 'open' | 'started' | 'over' | 'cancelled';

export function stageOf(meetup: { startsAt: Date; endsAt: Date; cancelledAt: Date | null }, now: Date): Stage {
  if (meetup.cancelledAt) return 'cancelled';
  if (now >= meetup.endsAt) return 'over';
  return now >= meetup.startsAt ? 'started' : 'open';
}

/**
 * Who moves up from the waiting list, given in the order of their turns: the first in line while it fits, and nobody
 * past it. A party is never split. One that is larger than the whole room can never be served, so it holds up nobody.
 *
 * @param room `places` is null when there is no limit; `taken` counts people, not parties.
 */
export function decidePlaces<Party extends { partySize: number }>(
  room: { places: number | null; taken: number },
  waiting: readonly Party[],
): Party[] {
  const { places, taken } = room;
  if (places === null) return [...waiting];
  const movingUp: Party[] = [];
  let free = places - taken;
  for (const party of waiting) {
    if (party.partySize > places) continue;
    if (party.partySize > free) break;
    movingUp.push(party);
    free -= party.partySize;
  }
  return movingUp;
}

export type Refusal =
  | { kind: 'closed'; stage: Exclude<Stage, 'open'> }
  | { kind: 'too-large'; places: number }
  | { kind: 'no-room'; room: number; partySize: number };

/** What a refusal depends on. `room` is how many more could come without taking a place that others wait for. */
interface Scene {
  stage: Stage;
  places: number | null;
  /** Null when there is no limit. */
  room: number | null;
}

/** Why a party of this size cannot be saved for somebody who stands there; undefined when it can. */
export function refuseParty(before: Standing | undefined, partySize: number, scene: Scene, now: Date) {
  const { stage, places, room } = scene;
  if (stage === 'over' || stage === 'cancelled') return { kind: 'closed', stage } satisfies Refusal;
  const kept = before && isCounted(before, now) ? before : undefined;
  const growth = partySize - (kept?.partySize ?? 0);
  if (growth <= 0) return undefined;
  if (stage === 'started') return { kind: 'closed', stage } satisfies Refusal;
  if (places !== null && partySize > places) return { kind: 'too-large', places } satisfies Refusal;
  if (kept?.status === 'going' && room !== null && growth > room)
    return { kind: 'no-room', room, partySize: kept.partySize } satisfies Refusal;
  return undefined;
}

/** How many more a going party could bring: none while others wait, since a free place is the first in line's. */
export const roomToGrow = (room: { places: number | null; taken: number; waiting: number }): number | null =>
  room.places === null ? null : room.waiting > 0 ? 0 : Math.max(0, room.places - room.taken);

/**
 * Where somebody stands who has just said they are coming, before places are settled: in line, at the turn they took
 * first, or at the end when they had withdrawn. Whoever has a place keeps it.
 */
export function standInLine(before: Standing | undefined, partySize: number, nextTurn: number, now: Date) {
  const hasPlace = before?.status === 'going' && isCounted(before, now);
  const keepsTurn = before && (before.status !== 'not-going' || before.heldUntil !== null);
  return {
    status: hasPlace ? ('going' as const) : ('waiting' as const),
    turn: keepsTurn ? before.turn : nextTurn,
    partySize,
  };
}

/** Whether an RSVP takes a place, in the room or in line: not once withdrawn, nor when its hold has lapsed. */
export const isCounted = (standing: Standing, now: Date): boolean =>
  standing.status !== 'not-going' && !hasLapsed(standing, now);

/** Whether nobody confirmed it in time. It keeps its turn, should they still confirm. */
export const hasLapsed = ({ heldUntil }: Pick<Standing, 'heldUntil'>, now: Date): boolean =>
  heldUntil !== null && heldUntil <= now;

export const holdFrom = (now: Date): Date => new Date(now.getTime() + HOLD_HOURS * 3_600_000);

/** Hosts see who is coming and what they need. */
export const isHost = (
  meetup: { hostId: string; secondHostId: string | null },
  viewer: { person: { id: string } | null; isAdmin: boolean },
): boolean =>
  viewer.isAdmin || (viewer.person !== null && [meetup.hostId, meetup.secondHostId].includes(viewer.person.id));

/** People, not parties, by where they belong. */
export function peopleByCircle(parties: readonly { circle: Circle; partySize: number }[]) {
  const people = { all: 0, public: 0, partner: 0, staff: 0 };
  for (const { circle, partySize } of parties) {
    people.all += partySize;
    people[circle] += partySize;
  }
  return people;
}
