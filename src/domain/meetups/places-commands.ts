import { and, asc, eq, inArray, isNotNull, lte, ne, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { promotedLetter } from './rsvp-letters.ts';
import { decidePlaces, stageOf } from './rsvp-rules.ts';
import { countTaken, findScene, listFirstInLine } from './scene-queries.ts';
import type { Stationery } from './stationery.ts';

const NEEDS_KEPT_MS = 7 * 86_400_000;

/**
 * The one function that gives places: whoever is first in line moves up while there is room, with a letter in the same
 * write. Call it after anything that may have freed a place or brought somebody new: a saved RSVP, a withdrawal, a
 * smaller party, a lapsed hold, another number of places.
 *
 * @param savingId whose RSVP is being saved just now: they are told by their own letter.
 * @returns the ids of the RSVPs that moved up.
 */
export async function settlePlaces(
  tx: Writer,
  facts: MeetupFacts,
  stationery: Stationery,
  now: Date,
  savingId?: string,
): Promise<string[]> {
  const { rsvps } = tx.tables;
  const moving = await listMovingUp(tx, facts, now);
  const ids = moving.map(({ id }) => id);
  const others = ids.filter((id) => id !== savingId);
  if (others.length < ids.length) await givePlace(tx, { id: savingId });
  if (others.length > 0) {
    const promoted = await tx
      .update(rsvps)
      .set({ status: 'going', promotedAt: now })
      .where(inArray(rsvps.id, others))
      .returning();
    const post = promoted.map((rsvp) => ({ rsvp, letter: promotedLetter }));
    await queueRsvpLetters(tx, facts, post, stationery, now);
  }
  return ids;
}

/**
 * Gives up the places at one meetup that nobody confirmed in time. Their turns are kept, should they still confirm.
 *
 * @returns when the next hold lapses, or null.
 */
export async function releaseLapsedHolds(tx: Writer, meetupId: string, stationery: Stationery, now: Date) {
  const { rsvps } = tx.tables;
  const isHeld = and(eq(rsvps.meetupId, meetupId), isNotNull(rsvps.heldUntil), ne(rsvps.status, 'not-going'));
  const lapsed = await tx
    .update(rsvps)
    .set({ status: 'not-going' })
    .where(and(isHeld, lte(rsvps.heldUntil, now)))
    .returning({ id: rsvps.id });
  const scene = lapsed[0] && (await findScene(tx, { rsvpId: lapsed[0].id }));
  if (scene) await settlePlaces(tx, scene.facts, stationery, now);
  const [held] = await tx
    .select({ until: rsvps.heldUntil })
    .from(rsvps)
    .where(isHeld)
    .orderBy(asc(rsvps.heldUntil))
    .limit(1);
  return held?.until ?? null;
}

/** Forgets what guests needed, a week after the meetup: nobody needs to know any more. */
export async function forgetNeeds(tx: Writer, now: Date) {
  const { rsvps, meetups } = tx.tables;
  const over = tx
    .select({ id: meetups.id })
    .from(meetups)
    .where(lte(meetups.endsAt, new Date(now.getTime() - NEEDS_KEPT_MS)));
  await tx
    .update(rsvps)
    .set({ accessNeeds: '', dietaryNeeds: '' })
    .where(and(inArray(rsvps.meetupId, over), or(ne(rsvps.accessNeeds, ''), ne(rsvps.dietaryNeeds, ''))));
}

async function listMovingUp(tx: Writer, { meetup, cancelledAt }: MeetupFacts, now: Date) {
  if (stageOf({ ...meetup, cancelledAt }, now) !== 'open') return [];
  const { id: meetupId, places } = meetup;
  const taken = places === null ? 0 : await countTaken(tx, meetupId, now);
  if (places !== null && taken >= places) return [];
  return decidePlaces({ places, taken }, await listFirstInLine(tx, { meetupId, places, taken }, now));
}

const givePlace = keepQuery((tx: Writer) =>
  tx
    .update(tx.tables.rsvps)
    .set({ status: 'going' })
    .where(eq(tx.tables.rsvps.id, blank('id', tx.tables.rsvps.id))),
);
