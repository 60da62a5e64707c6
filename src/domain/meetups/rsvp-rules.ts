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
  /** An offer stands until this moment; null when there was none. */
  offeredUntil: Date | null;
}

/** What is still possible: joining and growing while open; only leaving and shrinking once it has started. */
export type Stage = 'open' | 'started' | 'over' | 'cancelled';

export function stageOf(meetup: { startsAt: Date; endsAt: Date; cancelledAt: Date | null }, now: Date): Stage {
  if (meetup.cancelledAt) return 'cancelled';
  if (now >= meetup.endsAt) return 'over';
  return now >= meetup.startsAt ? 'started' : 'open';
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
  if (kept && hasPlace(kept) && room !== null && growth > room)
    return { kind: 'no-room', room, partySize: kept.partySize } satisfies Refusal;
  return undefined;
}

/**
 * Where somebody stands who has just said they are coming, before places are settled: in line, at the turn they took
 * first, or at the end when they had withdrawn. Whoever has a place, or the offer of one, keeps it.
 */
export function standInLine(before: Standing | undefined, partySize: number, nextTurn: number, now: Date) {
  const counted = before && isCounted(before, now);
  const keepsTurn = counted || (before && before.heldUntil !== null);
  return {
    status: counted && hasPlace(before) ? ('going' as const) : ('waiting' as const),
    turn: keepsTurn ? before.turn : nextTurn,
    partySize,
  };
}

/** Whether a place is theirs, or will be if they say yes to the offer of it. */
const hasPlace = ({ status }: Pick<Standing, 'status'>): boolean => status === 'going' || status === 'offered';

/** Whether an RSVP takes a place, in the room or in line: not once withdrawn, nor when its hold or its offer has lapsed. */
export const isCounted = (standing: Standing, now: Date): boolean =>
  standing.status !== 'not-going' && !hasLapsed(standing, now) && !isOfferOver(standing, now);

/** Whether nobody answered an offer in time. The turn is lost: it was their turn. */
const isOfferOver = ({ status, offeredUntil }: Standing, now: Date): boolean =>
  status === 'offered' && offeredUntil !== null && offeredUntil <= now;

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
