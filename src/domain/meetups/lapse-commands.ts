import { and, asc, eq, isNotNull, lte, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findFacts } from './meetup-facts-queries.ts';
import { endOffers, findNextEnd } from './offer-commands.ts';
import { passedOnLetter } from './offer-letters.ts';
import { settlePlaces } from './places-commands.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { stageOf } from './rsvp-rules.ts';

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
  if (lapsed.length > 0) await settleAt(tx, meetupId, stationery, now);
  const [held] = await tx
    .select({ until: rsvps.heldUntil })
    .from(rsvps)
    .where(isHeld)
    .orderBy(asc(rsvps.heldUntil))
    .limit(1);
  return held?.until ?? null;
}

/**
 * Passes on the places at one meetup whose offer nobody answered in time, and tells those it was made to, as long as the
 * meetup is ahead. Their turns are over: they can go in line again at its end.
 *
 * @returns when the next offer ends, or null.
 */
export async function passOnOffers(tx: Writer, meetupId: string, stationery: Stationery, now: Date) {
  const facts = await findFacts(tx, meetupId);
  if (!facts || facts.cancelledAt) return null;
  const ended = await endOffers(tx, meetupId, now);
  if (stageOf({ ...facts.meetup, cancelledAt: null }, now) === 'open') {
    const post = ended.map((rsvp) => ({ rsvp, letter: passedOnLetter }));
    await queueRsvpLetters(tx, facts, post, stationery, now);
    await settlePlaces(tx, facts, stationery, now);
  }
  return findNextEnd(tx, meetupId);
}

/** Lets everybody in line have the seats that were kept until now. */
export async function openKeptSeats(tx: Writer, meetupId: string, stationery: Stationery, now: Date) {
  await settleAt(tx, meetupId, stationery, now);
  return null;
}

async function settleAt(tx: Writer, meetupId: string, stationery: Stationery, now: Date) {
  const facts = await findFacts(tx, meetupId);
  if (facts) await settlePlaces(tx, facts, stationery, now);
}
