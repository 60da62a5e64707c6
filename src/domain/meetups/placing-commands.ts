import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Circle } from '../people/viewer.ts';
import { isNewHere } from './first-time-queries.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { type Needs, NO_NEEDS } from './needs-rules.ts';
import { promisedPlaces, roomToGrow } from './place-rules.ts';
import { settlePlaces } from './places-commands.ts';
import { findRoom } from './room-queries.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { isCounted, MOST_IN_PARTY, type Refusal, refuseParty, stageOf, standInLine } from './rsvp-rules.ts';
import { countWaiting, type Scene } from './scene-queries.ts';

/** Who is coming, and how we know. */
export interface Who {
  name: string;
  /** Lower case; null for somebody who gave none at the counter or on the phone. */
  email: string | null;
  /** Null unless they were signed in, or showed that the address is theirs. */
  personId: string | null;
  circle: Circle;
  route: Rsvp['route'];
  enteredById: string | null;
  /** They said that they have not been here before. */
  saysFirstTime?: boolean;
}

export interface PartyWish {
  partySize: number;
  /** Null leaves them as they were. */
  needs: Needs | null;
}

export interface Saved {
  kind: 'saved';
  rsvp: Rsvp;
  slug: string;
  /** In line, from 1; undefined when not waiting. */
  position: number | undefined;
}

type Placing = PartyWish & { who: Who; heldUntil: Date | null };

/** Writes a party in line, at the turn it took first, and lets places be settled. Tells nobody but those who move up. */
export async function placeParty(
  tx: Writer,
  scene: Scene,
  wish: Placing,
  stationery: Stationery,
  now: Date,
): Promise<Saved | Refusal> {
  const { facts, own } = scene;
  const refused = refuseParty(own, wish.partySize, await lookRound(tx, scene, wish.partySize, now), now);
  if (refused) return refused;
  const written = await writeInLine(tx, scene, wish, stationery, now);
  const isMovedUp = await settlePlaces(tx, facts, stationery, now, written.id);
  const rsvp: Rsvp = isMovedUp ? { ...written, status: 'going' } : written;
  const position =
    rsvp.status === 'waiting' ? await countWaiting(tx, { meetupId: rsvp.meetupId, turn: rsvp.turn }, now) : undefined;
  return { kind: 'saved', rsvp, slug: facts.meetup.slug, position };
}

/** Writes that somebody is not coming, forgets what they needed, and lets places be settled. */
export async function freePlace(tx: Writer, facts: MeetupFacts, own: Rsvp, stationery: Stationery, now: Date) {
  const { rsvps } = tx.tables;
  const gone = { ...NO_NEEDS, status: 'not-going' as const, heldUntil: null, offeredUntil: null, savedAt: now };
  await tx.update(rsvps).set(gone).where(eq(rsvps.id, own.id));
  await settlePlaces(tx, facts, stationery, now);
  return { ...own, ...gone };
}

/** What a refusal depends on. Only a party that has a place and grows needs to know how much room is left. */
async function lookRound(tx: Writer, { facts, own }: Scene, partySize: number, now: Date) {
  const { meetup, cancelledAt } = facts;
  const scene = { stage: stageOf({ ...meetup, cancelledAt }, now), places: promisedPlaces(meetup), room: null };
  const grows = own && own.status !== 'waiting' && isCounted(own, now) && partySize > own.partySize;
  if (!grows || scene.places === null) return scene;
  const room = await findRoom(tx, meetup, now);
  const waiting = await countWaiting(tx, { meetupId: meetup.id }, now);
  return { ...scene, room: roomToGrow({ ...room, waiting }, own, MOST_IN_PARTY) };
}

async function writeInLine(
  tx: Writer,
  { facts, own, nextTurn }: Scene,
  { who: { saysFirstTime = false, ...who }, partySize, needs, heldUntil }: Placing,
  stationery: Stationery,
  now: Date,
): Promise<Rsvp> {
  const line = { ...standInLine(own, partySize, nextTurn, now), ...needs, heldUntil, offeredUntil: null, savedAt: now };
  if (own) {
    const isThemselves = who.personId !== null || own.heldUntil;
    const identity = isThemselves ? { name: who.name, personId: who.personId, circle: who.circle } : {};
    const { rsvps } = tx.tables;
    await tx
      .update(rsvps)
      .set({ ...line, ...identity })
      .where(eq(rsvps.id, own.id));
    return { ...own, ...line, ...identity };
  }
  const key = { id: stationery.newId(), meetupId: facts.meetup.id };
  const fresh = { ...NO_NEEDS, isFirstTime: saysFirstTime || (await isNewHere(tx, who, now)), promotedAt: null };
  const rsvp: Rsvp = { ...fresh, ...who, ...line, ...key };
  await insertRsvp(tx, rsvp);
  return rsvp;
}

const insertRsvp = keepInsert('rsvps');
