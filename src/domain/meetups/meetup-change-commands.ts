import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planClosingReminder } from '../closures/closing-reminder-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { planOpening } from '../series/opening-plan-commands.ts';
import { returnOffered } from '../topics/return-commands.ts';
import { type KeptWish, keepSeats, moveKeptSeats } from './kept-seat-commands.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { tellGuests } from './meetup-letter-commands.ts';
import { cancelledLetter, movedLetter } from './meetup-letters.ts';
import { keepEntry } from './meetup-record-commands.ts';
import { hasMoved } from './meetup-rules.ts';
import { shortenOffers } from './offer-commands.ts';
import { settlePlaces } from './places-commands.ts';
import { dropReminders, planReminders } from './reminder-plan-commands.ts';
import { stageOf } from './rsvp-rules.ts';

type Columns = Partial<MeetupFacts['meetup']>;

interface Change {
  columns: Columns;
  venue?: MeetupFacts['venue'];
  /** The seats that are kept from now on; those that are kept move along with the start when it is not said. */
  kept?: KeptWish | null;
}

/**
 * Changes a meetup, whoever wants it. When its time or place moves, SEQUENCE goes up and everyone going or waiting gets a
 * letter; when it gets more places, whoever is first in line moves up.
 *
 * @returns the meetup as it is now, whether people were told, and how many parties gave no address.
 */
export async function changeMeetup(
  tx: Writer,
  before: MeetupFacts,
  { columns, venue = before.venue, kept }: Change,
  stationery: Stationery,
  now: Date,
) {
  const isMoved = hasMoved(before.meetup, { ...before.meetup, ...columns, venueId: venue.id });
  const meetup = await changeRow(tx, before, { ...columns, venueId: venue.id }, isMoved, now);
  const after: MeetupFacts = { ...before, meetup, venue };
  if (kept !== undefined) await keepSeats(tx, meetup.id, kept, stationery.newId);
  else await moveKeptSeats(tx, before.meetup, meetup, stationery.newId);
  await shortenOffers(tx, meetup, stationery);
  const isTold = isMoved && isAhead(after, now);
  const untold = isTold ? await tellGuests(tx, after, movedLetter(before), stationery, now) : 0;
  if (startsElsewhen(before.meetup, meetup)) await planReminders(tx, meetup, stationery.newId, now);
  await planOpening(tx, meetup, stationery.newId);
  if (isMoved) await planClosingReminder(tx, meetup, stationery.newId, now);
  await settlePlaces(tx, after, stationery, now);
  return { after, isTold, untold };
}

/**
 * Calls off a meetup that is ahead, whoever wants it, and tells everyone going or waiting. What was offered to its series
 * waits for another date.
 *
 * @param columns what else changes about it.
 * @returns how many parties gave no address and must be told in another way.
 */
export async function callOff(
  tx: Writer,
  before: MeetupFacts,
  { reason, byId, columns = {} }: { reason: string; byId: string | null; columns?: Columns },
  stationery: Stationery,
  now: Date,
): Promise<number> {
  const { id: meetupId } = before.meetup;
  await tx.insert(tx.tables.meetupCancellations).values({ meetupId, reason, cancelledById: byId, cancelledAt: now });
  const meetup = await changeRow(tx, before, columns, true, now);
  await dropReminders(tx, meetupId);
  await returnOffered(tx, meetup, byId, stationery, now);
  await keepEntry(tx, { ...before, meetup });
  return tellGuests(tx, { ...before, meetup, cancelledAt: now }, cancelledLetter(reason), stationery, now);
}

/** Not over, and not called off. */
export const isAhead = ({ meetup, cancelledAt }: MeetupFacts, now: Date): boolean =>
  ['open', 'started'].includes(stageOf({ ...meetup, cancelledAt }, now));

const startsElsewhen = (before: MeetupFacts['meetup'], after: MeetupFacts['meetup']): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() || before.zone !== after.zone;

async function changeRow(
  tx: Writer,
  { meetup: { id, sequence } }: MeetupFacts,
  columns: Columns,
  isMoved: boolean,
  now: Date,
): Promise<MeetupFacts['meetup']> {
  const { meetups } = tx.tables;
  const [changed] = await tx
    .update(meetups)
    .set({ ...columns, sequence: isMoved ? sequence + 1 : sequence, updatedAt: now })
    .where(eq(meetups.id, id))
    .returning();
  if (!changed) throw new Error('an update returns its row');
  return changed;
}
