import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import type { Circle } from '../people/viewer.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { settlePlaces } from './places-commands.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { isCounted, type Refusal, refuseParty, roomToGrow, stageOf, standInLine } from './rsvp-rules.ts';
import { countTaken, countWaiting, type Scene } from './scene-queries.ts';
import type { Stationery } from './stationery.ts';

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
}

export interface PartyWish {
  partySize: number;
  /** Null leaves them as they were. */
  needs: { accessNeeds: string; dietaryNeeds: string } | null;
}

export interface Saved {
  kind: 'saved';
  rsvp: Rsvp;
  slug: string;
  /** In line, from 1; undefined when not waiting. */
  position: number | undefined;
}

const NO_NEEDS = { accessNeeds: '', dietaryNeeds: '', childNeeds: '' };

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
  const movedUp = await settlePlaces(tx, facts, stationery, now, written.id);
  const rsvp: Rsvp = movedUp.includes(written.id) ? { ...written, status: 'going' } : written;
  const position =
    rsvp.status === 'waiting' ? await countWaiting(tx, { meetupId: rsvp.meetupId, turn: rsvp.turn }, now) : undefined;
  return { kind: 'saved', rsvp, slug: facts.meetup.slug, position };
}

/** Writes that somebody is not coming, forgets what they needed, and lets places be settled. */
export async function freePlace(tx: Writer, facts: MeetupFacts, own: Rsvp, stationery: Stationery, now: Date) {
  const { rsvps } = tx.tables;
  const gone = { status: 'not-going' as const, heldUntil: null, accessNeeds: '', dietaryNeeds: '', savedAt: now };
  await tx.update(rsvps).set(gone).where(eq(rsvps.id, own.id));
  await settlePlaces(tx, facts, stationery, now);
  return { ...own, ...gone };
}

/** What a refusal depends on. Only a party that has a place and grows needs to know how much room is left. */
async function lookRound(tx: Writer, { facts, own }: Scene, partySize: number, now: Date) {
  const { id: meetupId, places } = facts.meetup;
  const stage = stageOf({ ...facts.meetup, cancelledAt: facts.cancelledAt }, now);
  const grows = own?.status === 'going' && isCounted(own, now) && partySize > own.partySize;
  if (!grows || places === null) return { stage, places, room: null };
  const taken = await countTaken(tx, meetupId, now);
  const waiting = await countWaiting(tx, { meetupId }, now);
  return { stage, places, room: roomToGrow({ places, taken, waiting }) };
}

async function writeInLine(
  tx: Writer,
  { facts, own, nextTurn }: Scene,
  { who, partySize, needs, heldUntil }: Placing,
  stationery: Stationery,
  now: Date,
): Promise<Rsvp> {
  const line = { ...standInLine(own, partySize, nextTurn, now), ...needs, heldUntil, savedAt: now };
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
  const fresh = { ...NO_NEEDS, partyNames: '', isFirstTime: false, promotedAt: null, offeredUntil: null };
  const rsvp: Rsvp = { ...fresh, ...who, ...line, ...key };
  await insertRsvp(tx, rsvp);
  return rsvp;
}

const insertRsvp = keepInsert('rsvps');
