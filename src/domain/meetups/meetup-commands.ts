import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { findFacts } from './meetup-facts-queries.ts';
import { tellGuests } from './meetup-letter-commands.ts';
import { cancelledLetter, movedLetter } from './meetup-letters.ts';
import { addRow, columnsOf, keepEntry, keepTopics, type MeetupWish } from './meetup-record-commands.ts';
import { hasMoved } from './meetup-rules.ts';
import { settlePlaces } from './places-commands.ts';
import { isHost, stageOf } from './rsvp-rules.ts';
import type { Stationery } from './stationery.ts';
import { keepVenue } from './venue-commands.ts';

/** Who asks for a change: a meetup is its hosts', and any admin's. */
export interface Editor {
  person: { id: string };
  isAdmin: boolean;
}

const NO_SUCH_MEETUP = { kind: 'no-such-meetup' as const };
const NO_SUCH_VENUE = { kind: 'no-such-venue' as const };
const NEW_MEETUP = {
  sequence: 0,
  seriesStart: null,
  editedByHandAt: null,
  importKey: null,
  overbookPercent: 0,
  photos: 'ask' as const,
};

/** Announces a meetup, with its topics and what search knows of it. Sending the same form twice announces it once. */
export async function saveMeetup(
  tx: Writer,
  wish: MeetupWish,
  { savedById, newId, now }: { savedById: string | null; newId: () => string; now: Date },
) {
  const before = await findFacts(tx, wish.id);
  if (before) return { kind: 'saved' as const, slug: before.meetup.slug };
  const venue = await keepVenue(tx, wish.venue, newId);
  if (!venue) return NO_SUCH_VENUE;
  const made = { id: wish.id, venueId: venue.id, createdById: savedById, createdAt: now, updatedAt: now };
  const meetup = await addRow(tx, { ...NEW_MEETUP, ...columnsOf(wish), ...made });
  await keepTopics(tx, meetup.id, wish.topics, newId);
  await keepEntry(tx, { meetup, venue, cancelledAt: null }, wish);
  return { kind: 'saved' as const, slug: meetup.slug };
}

/**
 * Changes a meetup. When its time or place moves, SEQUENCE goes up and everyone going or waiting gets a letter; when it
 * gets more places, whoever is first in line moves up.
 *
 * @param seenAt the `updatedAt` that the form was filled from.
 * @returns `saved`, whether people were told, and how many parties gave no address and must be told in another way; or
 *   why not.
 */
export async function editMeetup(
  tx: Writer,
  wish: MeetupWish & { seenAt: Date },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const before = await findFacts(tx, wish.id);
  if (!before) return NO_SUCH_MEETUP;
  if (!isHost(before.meetup, editor)) return { kind: 'not-yours' as const };
  if (before.meetup.updatedAt.getTime() !== wish.seenAt.getTime()) return { kind: 'changed-since' as const };
  const venue = await keepVenue(tx, wish.venue, stationery.newId);
  if (!venue) return NO_SUCH_VENUE;
  const isMoved = hasMoved(before.meetup, { ...wish.times, venueId: venue.id });
  const meetup = await changeRow(tx, before, { ...columnsOf(wish), venueId: venue.id }, isMoved, now);
  const after: MeetupFacts = { ...before, meetup, venue };
  await keepTopics(tx, meetup.id, wish.topics, stationery.newId);
  await keepEntry(tx, after, wish);
  const isTold = isMoved && isAhead(after, now);
  const untold = isTold ? await tellGuests(tx, after, movedLetter(before), stationery, now) : 0;
  await settlePlaces(tx, after, stationery, now);
  return { kind: 'saved' as const, slug: meetup.slug, isTold, untold };
}

/** Calls a meetup off, for good, and tells everyone going or waiting. It stays on the site and in calendars, and says so. */
export async function cancelMeetup(
  tx: Writer,
  { meetupId, reason }: { meetupId: string; reason: string },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const before = await findFacts(tx, meetupId);
  if (!before) return NO_SUCH_MEETUP;
  if (!isHost(before.meetup, editor)) return { kind: 'not-yours' as const };
  const { slug } = before.meetup;
  if (before.cancelledAt) return { kind: 'cancelled' as const, slug, untold: 0 };
  if (!isAhead(before, now)) return { kind: 'over' as const };
  await tx
    .insert(tx.tables.meetupCancellations)
    .values({ meetupId, reason, cancelledById: editor.person.id, cancelledAt: now });
  const meetup = await changeRow(tx, before, {}, true, now);
  const untold = await tellGuests(
    tx,
    { ...before, meetup, cancelledAt: now },
    cancelledLetter(reason),
    stationery,
    now,
  );
  return { kind: 'cancelled' as const, slug, untold };
}

const isAhead = ({ meetup, cancelledAt }: MeetupFacts, now: Date): boolean =>
  ['open', 'started'].includes(stageOf({ ...meetup, cancelledAt }, now));

async function changeRow(
  tx: Writer,
  { meetup: { id, sequence } }: MeetupFacts,
  columns: Partial<MeetupFacts['meetup']>,
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
