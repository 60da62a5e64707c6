import { and, asc, eq, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { queueRsvpLetters, type RsvpPost } from './rsvp-letter-commands.ts';
import { countsAt } from './scene-queries.ts';

/**
 * Writes to everyone going or waiting, each with their calendar file.
 *
 * @returns how many parties gave no address.
 */
export async function tellGuests(
  tx: Writer,
  facts: MeetupFacts,
  letter: RsvpPost['letter'],
  stationery: Stationery,
  now: Date,
): Promise<number> {
  const { rsvps } = tx.tables;
  const guests = await tx
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, facts.meetup.id), ne(rsvps.status, 'not-going'), countsAt(tx, now)))
    .orderBy(asc(rsvps.turn));
  const post = guests.map((rsvp) => ({ rsvp, letter }));
  await queueRsvpLetters(tx, facts, post, stationery, now);
  return guests.filter(({ email }) => email === null).length;
}
