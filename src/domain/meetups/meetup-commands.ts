import type { Writer } from '#db/database.ts';
import { planClosingReminder } from '../closures/closing-reminder-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { planOpening } from '../series/opening-plan-commands.ts';
import { hasNarrowerTopics, keepTopics } from '../topics/meetup-topic-commands.ts';
import { returnTopics } from '../topics/return-commands.ts';
import { keepSeats } from './kept-seat-commands.ts';
import { callOff, changeMeetup, isAhead } from './meetup-change-commands.ts';
import { findFacts } from './meetup-facts-queries.ts';
import { addRow, columnsOf, keepEntry, type MeetupWish } from './meetup-record-commands.ts';
import { planReminders } from './reminder-plan-commands.ts';
import { isHost } from './rsvp-rules.ts';
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
  photos: 'ask' as const,
};

interface Saving {
  savedById: string | null;
  newId: () => string;
  now: Date;
  /** The wall-clock start that the rhythm of its series gave it; none for one that is announced on its own. */
  seriesStart?: string | null;
  /** Since when it is not as its series would make it. */
  editedByHandAt?: Date | null;
  /** What the calendar calls it that it comes from. */
  importKey?: string | null;
}

/** Announces a meetup, with its topics and what search knows of it. Sending the same form twice announces it once. */
export async function saveMeetup(tx: Writer, wish: MeetupWish, { savedById, newId, now, ...origin }: Saving) {
  const before = await findFacts(tx, wish.id);
  if (before) return { kind: 'saved' as const, slug: before.meetup.slug };
  const venue = await keepVenue(tx, wish.venue, newId);
  if (!venue) return NO_SUCH_VENUE;
  const made = { id: wish.id, venueId: venue.id, createdById: savedById, createdAt: now, updatedAt: now };
  const meetup = await addRow(tx, { ...NEW_MEETUP, ...origin, ...columnsOf(wish), ...made });
  await keepTopics(tx, meetup.id, wish.topics, newId);
  await keepEntry(tx, { meetup, venue, cancelledAt: null });
  await keepSeats(tx, meetup.id, wish.kept, newId);
  await planOpening(tx, meetup, newId);
  await planReminders(tx, meetup, newId, now);
  await planClosingReminder(tx, meetup, newId, now);
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
  if (await hasNarrowerTopics(tx, wish.id, wish.circle)) return { kind: 'topics-are-narrower' as const };
  const venue = await keepVenue(tx, wish.venue, stationery.newId);
  if (!venue) return NO_SUCH_VENUE;
  const { seriesId, seriesStart } = before.meetup;
  const columns = {
    ...columnsOf(wish),
    seriesStart: wish.seriesId === seriesId ? seriesStart : null,
    editedByHandAt: now,
  };
  const { after, ...told } = await changeMeetup(tx, before, { columns, venue, kept: wish.kept }, stationery, now);
  const dropped = await keepTopics(tx, wish.id, wish.topics, stationery.newId);
  await returnTopics(tx, dropped, after.meetup, editor.person.id, stationery, now);
  await keepEntry(tx, after);
  return { kind: 'saved' as const, slug: after.meetup.slug, ...told };
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
  const untold = await callOff(tx, before, { reason, byId: editor.person.id }, stationery, now);
  return { kind: 'cancelled' as const, slug, untold };
}
