import type { ColumnKit } from '../columns.ts';
import type { defineMeetups } from './meetups.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineMeetups>;

/** Who really came, where they sat, and how a meetup ended. */
export function defineDoor(
  { table, id, text, count, flag, moment, json, index, unique, primaryKey }: ColumnKit,
  { people, units, meetups, rsvps }: Neighbours,
) {
  /** Parties that just walked in, without an RSVP. */
  const walkIns = table(
    'walk_ins',
    {
      /** Made where they were tapped in, so that sending it twice counts once. */
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      name: text().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      /** They said that they had not been here before. */
      isFirstTime: flag().notNull(),
      savedAt: moment().notNull(),
    },
    (t) => [index('walk_ins_by_meetup').on(t.meetupId)],
  );

  /** Each tap at the door as it was made, and each line of a sheet that was typed back. The last one about a party stands. */
  const doorTaps = table(
    'door_taps',
    {
      /** Made where it was tapped, so that sending it twice counts once. */
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      /** The id of an RSVP or of a walk-in. */
      partyId: id().notNull(),
      /** How many came; 0 takes it back. */
      partySize: count().notNull(),
      /** The last tap about this party that whoever tapped knew of. */
      afterId: id(),
      /** When it was tapped, which may be long before it was saved. */
      tappedAt: moment().notNull(),
      tappedById: id().references(() => people.id),
      savedAt: moment().notNull(),
    },
    (t) => [index('door_taps_by_party').on(t.meetupId, t.partyId)],
  );

  /** Each party that came, as the last tap about it says: one with an RSVP once, and those who just walked in. */
  const arrivals = table(
    'arrivals',
    {
      /** The same as its RSVP's or its walk-in's. */
      id: id().primaryKey(),
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      /** Null for somebody who just walked in. */
      rsvpId: id().references(() => rsvps.id),
      personId: id().references(() => people.id),
      name: text().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      unitId: id().references(() => units.id),
      /** How many came, which may be another number than was promised. */
      partySize: count().notNull(),
      isFirstTime: flag().notNull(),
      arrivedAt: moment().notNull(),
      markedById: id().references(() => people.id),
      savedAt: moment().notNull(),
    },
    (t) => [unique('one_arrival_per_rsvp').on(t.meetupId, t.rsvpId), index('arrivals_by_person').on(t.personId)],
  );

  /** How many came, by where they belong: from the door, or counted by hand. */
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

  /** A meetup is done: its hosts said what there was to say. */
  const meetupClosures = table('meetup_closures', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    /** Whether pictures were taken, and who agreed to what. */
    photosNote: text().notNull().default(''),
    /** The date that the thanks named; null when none was known. */
    nextMeetupId: id().references(() => meetups.id),
    closedById: id().references(() => people.id),
    closedAt: moment().notNull(),
  });

  /** Who was written to when a meetup was closed: nobody is twice. */
  const closingLetters = table(
    'closing_letters',
    {
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      /** Lower case. */
      email: text().notNull(),
      sentAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.meetupId, t.email] })],
  );

  /** Who sits with whom, as it was proposed last. */
  const tablePlans = table('table_plans', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    /** The same seed makes the same plan from the same people. */
    seed: count().notNull(),
    /** How many tables are easy to reach: the first ones are. */
    easyTables: count().notNull().default(2),
    /** Parties that want to sit together, by the ids of their RSVPs or arrivals. */
    together: json<string[][]>().notNull(),
    /** The parties at each table, by the same ids. */
    tables: json<string[][]>().notNull(),
    madeById: id().references(() => people.id),
    madeAt: moment().notNull(),
  });

  return { walkIns, doorTaps, arrivals, attendances, meetupClosures, closingLetters, tablePlans };
}
