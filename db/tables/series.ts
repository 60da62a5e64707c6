import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';
import type { defineVenues } from './venues.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineVenues>;

/** The rhythms that meetups belong to, who keeps them going, and when people are away. */
export function defineSeries(
  { table, id, text, count, moment, day, list, index, primaryKey }: ColumnKit,
  { people, venues }: Neighbours,
) {
  const series = table('series', {
    id: id().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    purpose: text().notNull().default(''),
    circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
    /** RFC 5545 RRULE values, without the name: `FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE`. None: dates are made one by one. */
    rules: list().notNull(),
    /** Days that the rules give and that are left out (EXDATE). */
    exceptDays: list().notNull(),
    /** Days beside the rules (RDATE). */
    extraDays: list().notNull(),
    /** The day the rules count from (the day of DTSTART). */
    firstDay: day(),
    /** Wall-clock times as `HH:mm`, in `zone`. */
    startTime: text().notNull(),
    endTime: text().notNull(),
    zone: text().notNull(),
    cost: text().notNull(),
    places: count(),
    /** Whom to ring; when empty, the number of the site. */
    phone: text().notNull().default(''),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  });

  const seriesHosts = table(
    'series_hosts',
    {
      seriesId: id()
        .notNull()
        .references(() => series.id),
      personId: id()
        .notNull()
        .references(() => people.id),
      fromOn: day().notNull(),
      /** The last day of the term; null while none is set. */
      untilOn: day(),
    },
    (t) => [primaryKey({ columns: [t.seriesId, t.personId] }), index('series_hosts_by_person').on(t.personId)],
  );

  /** The usual venues, which take turns. */
  const seriesVenues = table(
    'series_venues',
    {
      seriesId: id()
        .notNull()
        .references(() => series.id),
      venueId: id()
        .notNull()
        .references(() => venues.id),
      position: count().notNull(),
    },
    (t) => [primaryKey({ columns: [t.seriesId, t.venueId] })],
  );

  /** A series that rests or has ended: no more dates are made. */
  const seriesRests = table('series_rests', {
    seriesId: id()
      .primaryKey()
      .references(() => series.id),
    kind: text({ enum: ['resting', 'ended'] }).notNull(),
    reason: text().notNull(),
    restedById: id().references(() => people.id),
    restedAt: moment().notNull(),
  });

  /** Days on which somebody is away, the last one included. */
  const absences = table(
    'absences',
    {
      id: id().primaryKey(),
      personId: id()
        .notNull()
        .references(() => people.id),
      fromOn: day().notNull(),
      untilOn: day().notNull(),
    },
    (t) => [index('absences_by_person').on(t.personId, t.untilOn)],
  );

  return { series, seriesHosts, seriesVenues, seriesRests, absences };
}
