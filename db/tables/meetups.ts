import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

type People = ReturnType<typeof definePeople>;

const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;

/** Meetups, where they are, their topics and who comes. */
export function defineMeetups({ table, id, text, count, moment, index, unique }: ColumnKit, { people }: People) {
  const venues = table(
    'venues',
    {
      id: id().primaryKey(),
      name: text().notNull(),
      address: text().notNull(),
      phone: text().notNull().default(''),
      findUs: text().notNull().default(''),
      stepFree: text({ enum: YES_NO_UNKNOWN }).notNull(),
      toilet: text({ enum: YES_NO_UNKNOWN }).notNull(),
      hearingLoop: text({ enum: YES_NO_UNKNOWN }).notNull(),
      parking: text({ enum: YES_NO_UNKNOWN }).notNull(),
      accessNotes: text().notNull().default(''),
    },
    (t) => [unique('venue_once').on(t.name, t.address)],
  );

  const meetups = table(
    'meetups',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      title: text().notNull(),
      seriesName: text().notNull().default(''),
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
    (t) => [index('meetups_by_start').on(t.startsAt), index('meetups_by_host').on(t.hostId)],
  );

  const meetupCancellations = table('meetup_cancellations', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    reason: text().notNull(),
    cancelledById: id().references(() => people.id),
    cancelledAt: moment().notNull(),
  });

  const topics = table(
    'topics',
    {
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      /** 1 to 3: its place in the running order. */
      position: count().notNull(),
      title: text().notNull(),
      question: text().notNull().default(''),
      leadId: id().references(() => people.id),
      /** Who starts it, when that person is not in the list of people. */
      leadName: text().notNull().default(''),
    },
    (t) => [unique('topic_position_once').on(t.meetupId, t.position)],
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
      status: text({ enum: ['going', 'waiting', 'not-going'] }).notNull(),
      partySize: count().notNull(),
      /** The place in the queue, taken at the first press and kept: a whole number that grows within a meetup. */
      turn: count().notNull(),
      /** An unconfirmed RSVP counts until this moment; null once confirmed. */
      heldUntil: moment(),
      accessNeeds: text().notNull().default(''),
      dietaryNeeds: text().notNull().default(''),
      route: text({ enum: ['web', 'phone', 'counter', 'paper', 'text', 'on-behalf'] }).notNull(),
      enteredById: id().references(() => people.id),
      savedAt: moment().notNull(),
      promotedAt: moment(),
    },
    (t) => [
      unique('one_rsvp_per_address').on(t.meetupId, t.email),
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

  /** Who really came, counted at the door. */
  const attendances = table('attendances', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    staff: count().notNull(),
    partners: count().notNull(),
    public: count().notNull(),
    countedById: id().references(() => people.id),
    countedAt: moment().notNull(),
  });

  return { venues, meetups, meetupCancellations, topics, rsvps, rsvpLinks, attendances };
}
