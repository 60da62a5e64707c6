import { eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { offerPlaces } from './offer-commands.ts';
import { isOfferTime } from './offer-rules.ts';
import { decidePlaces } from './place-rules.ts';
import { findRoom, listFirstInLine } from './room-queries.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { promotedLetter } from './rsvp-letters.ts';
import { stageOf } from './rsvp-rules.ts';

/**
 * The one function that gives places: whoever may have one moves up while there is room, with a letter in the same write.
 * Call it after anything that may have freed a place or brought somebody new: a saved RSVP, a withdrawal, a smaller
 * party, a lapsed hold or offer, seats that are no longer kept, another number of places.
 *
 * A place is theirs at once; in the last two days it is offered, and theirs when they say yes. Whoever has not confirmed
 * their address has a deadline anyway, and one is enough.
 *
 * @param savingId whose RSVP is being saved just now: they say yes by that, and are told by their own letter.
 * @returns whether theirs is among those that moved up.
 */
export async function settlePlaces(
  tx: Writer,
  facts: MeetupFacts,
  stationery: Stationery,
  now: Date,
  savingId?: string,
): Promise<boolean> {
  const moving = await listMovingUp(tx, facts, now);
  const isSaved = moving.some(({ id }) => id === savingId);
  if (isSaved) await givePlace(tx, { id: savingId });
  const others = moving.filter(({ id }) => id !== savingId);
  const isAsked = ({ heldUntil }: (typeof others)[number]) => isOfferTime(facts.meetup, now) && heldUntil === null;
  const idsOf = (asked: boolean) => others.filter((party) => isAsked(party) === asked).map(({ id }) => id);
  await givePlaces(tx, facts, idsOf(false), stationery, now);
  await offerPlaces(tx, facts, idsOf(true), stationery, now);
  return isSaved;
}

async function listMovingUp(tx: Writer, { meetup, cancelledAt }: MeetupFacts, now: Date) {
  if (stageOf({ ...meetup, cancelledAt }, now) !== 'open') return [];
  const room = await findRoom(tx, meetup, now);
  if (room.places !== null && room.taken >= room.places) return [];
  return decidePlaces(room, await listFirstInLine(tx, meetup.id, room, now));
}

async function givePlaces(tx: Writer, facts: MeetupFacts, ids: readonly string[], stationery: Stationery, now: Date) {
  if (ids.length === 0) return;
  const { rsvps } = tx.tables;
  const promoted = await tx
    .update(rsvps)
    .set({ status: 'going', promotedAt: now })
    .where(inArray(rsvps.id, [...ids]))
    .returning();
  const post = promoted.map((rsvp) => ({ rsvp, letter: promotedLetter }));
  await queueRsvpLetters(tx, facts, post, stationery, now);
}

const givePlace = keepQuery((tx: Writer) =>
  tx
    .update(tx.tables.rsvps)
    .set({ status: 'going' })
    .where(eq(tx.tables.rsvps.id, blank('id', tx.tables.rsvps.id))),
);
