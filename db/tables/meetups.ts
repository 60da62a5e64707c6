import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';
import type { defineSeries } from './series.ts';
import type { defineVenues } from './venues.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineVenues> & ReturnType<typeof defineSeries>;

/** Meetups, who comes, and how they know. */
export function defineMeetups(
  { table, id, text, count, flag, moment, index, unique, primaryKey }: ColumnKit,
  { people, venues, series }: Neighbours,
) {
  const meetups = table(
    'meetups',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      /** Counts up from 1 as meetups are made: the short address on paper, `/m/17`. */
      number: count().unique(),
      title: text().notNull(),
      seriesId: id().references(() => series.id),
      /** The wall-clock start that the rhythm of the series gave it: it stays when the date moves. */
      seriesStart: text(),
      /** Since when it is no longer as its series made it: a new rhythm leaves it alone. */
      editedByHandAt: moment(),
      /** What a calendar it was imported from calls it: UID and, for one of many, RECURRENCE-ID. */
      importKey: text().unique(),
      /** Wall-clock time as `YYYY-MM-DDTHH:mm`, in `zone`. */
      startsLocal: text().notNull(),
      endsLocal: text().notNull(),
      /** IANA time zone. */
      zone: text().notNull(),
      /** The same as instants, derived when saved, for ordering. */
      startsAt: moment().notNull(),
      endsAt: moment().notNull(),
      venueId: id()
        .notNull()
        .references(() => venues.id),
      cost: text().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      /** Null: no limit. */
      places: count(),
      /** How many more than `places` may be promised, since some will not come: a percentage. */
      overbookPercent: count().notNull().default(0),
      photos: text({ enum: ['none', 'ask', 'yes'] })
        .notNull()
        .default('ask'),
      hostId: id()
        .notNull()
        .references(() => people.id),
      secondHostId: id().references(() => people.id),
      description: text().notNull(),
      descriptionHtml: text().notNull(),
      rendererVersion: count().notNull(),
      /** RFC 5545 SEQUENCE: goes up when time or place moves. */
      sequence: count().notNull(),
      createdById: id().references(() => people.id),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [
      index('meetups_by_start').on(t.startsAt),
      index('meetups_by_host').on(t.hostId),
      unique('one_meetup_per_start_of_series').on(t.seriesId, t.seriesStart),
    ],
  );

  const meetupCancellations = table('meetup_cancellations', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    reason: text().notNull(),
    cancelledById: id().references(() => people.id),
    cancelledAt: moment().notNull(),
  });

  /** Places kept for those who do not come yet, until a published moment. */
  const keptSeats = table(
    'kept_seats',
    {
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      forWhom: text({ enum: ['partner', 'public', 'first-timer'] }).notNull(),
      seats: count().notNull(),
      until: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.meetupId, t.forWhom] })],
  );

  const rsvps = table(
    'rsvps',
    {
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      /** Null until the address is known to belong to somebody signed in. */
      personId: id().references(() => people.id),
      /** Lower case; null for somebody who gave none at the counter or on the phone. */
      email: text(),
      name: text().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      /** `offered`: a place is kept for them until `offeredUntil`, if they say yes. */
      status: text({ enum: ['going', 'waiting', 'offered', 'not-going'] }).notNull(),
      partySize: count().notNull(),
      /** The place in the queue, taken at the first press and kept: a whole number that grows within a meetup. */
      turn: count().notNull(),
      /** An unconfirmed RSVP counts until this moment; null once confirmed. */
      heldUntil: moment(),
      accessNeeds: text().notNull().default(''),
      dietaryNeeds: text().notNull().default(''),
      /** What children who come need. Forgotten with the other needs, a week after the date. */
      childNeeds: text().notNull().default(''),
      /** Who else is in the party, if they said so. */
      partyNames: text().notNull().default(''),
      /** They had not been to any meetup when they asked. */
      isFirstTime: flag().notNull().default(false),
      offeredUntil: moment(),
      route: text({ enum: ['web', 'phone', 'counter', 'paper', 'text', 'on-behalf'] }).notNull(),
      enteredById: id().references(() => people.id),
      savedAt: moment().notNull(),
      promotedAt: moment(),
    },
    (t) => [
      unique('one_rsvp_per_address').on(t.email, t.meetupId), // in this order it finds all that somebody ever saved, too
      unique('one_rsvp_per_turn').on(t.meetupId, t.turn),
      index('rsvps_by_place').on(t.meetupId, t.status, t.turn, t.partySize, t.heldUntil),
      index('rsvps_by_hold').on(t.heldUntil),
      index('rsvps_by_person').on(t.personId),
    ],
  );

  /** The links in letters about an RSVP: each letter has its own, and all of them go on working. */
  const rsvpLinks = table(
    'rsvp_links',
    {
      /** SHA-256 of the token in the letter; the token itself is never kept. */
      id: id().primaryKey(),
      rsvpId: id()
        .notNull()
        .references(() => rsvps.id, { onDelete: 'cascade' }),
    },
    (t) => [index('rsvp_links_by_rsvp').on(t.rsvpId)],
  );

  /** What a host wrote to the people of a meetup. */
  const hostLetters = table(
    'host_letters',
    {
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      audience: text({ enum: ['going', 'waiting', 'came'] }).notNull(),
      subject: text().notNull(),
      words: text().notNull(),
      /** How many letters went out. */
      letters: count().notNull(),
      sentById: id().references(() => people.id),
      sentAt: moment().notNull(),
    },
    (t) => [index('host_letters_by_meetup').on(t.meetupId)],
  );

  return { meetups, meetupCancellations, keptSeats, rsvps, rsvpLinks, hostLetters };
}
