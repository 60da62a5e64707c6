import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
  sql,
  sum,
} from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Viewer } from '../people/viewer.ts';
import { LONGEST_HOURS } from './meetup-time-rules.ts';
import { hasPlaceAt } from './room-queries.ts';

export const UPCOMING_PER_PAGE = 12;
const MOST_IN_YEAR = 366;

/** The meetups that are not over, next one first, with how many people have a place: `most` to a page, from 1. A cancelled one stays until its day. */
export const listUpcoming = (read: Reader, { circles }: Viewer, now: Date, most = UPCOMING_PER_PAGE, page = 1) =>
  upcomingPage(read, { circles, now, earliest: earliestStart(now), most, before: (page - 1) * most });

/** The same of one series, the first ones. */
export const listUpcomingOf = (read: Reader, { circles }: Viewer, now: Date, seriesId: string, most: number) =>
  upcomingOfSeries(read, { circles, now, earliest: earliestStart(now), seriesId, most, before: 0 });

/** How many meetups are not over. */
export async function countUpcoming(read: Reader, { circles }: Viewer, now: Date): Promise<number> {
  const [row] = await upcomingCount(read, { circles, now, earliest: earliestStart(now) });
  return row?.meetups ?? 0;
}

/** The years that have meetups which are over, newest first, and how many. */
export const listPastYears = (read: Reader, { circles }: Viewer, now: Date) => pastYears(read, { circles, now });

/** The meetups of a year that are over, newest first, with how many people came and what was learned. */
export const listPast = (read: Reader, { circles }: Viewer, now: Date, year: string, most = MOST_IN_YEAR) =>
  pastOfYear(read, { circles, now, year, ...aroundYear(year), most });

/** The same of one series, whatever the year. */
export const listPastOf = (read: Reader, { circles }: Viewer, now: Date, seriesId: string, most: number) =>
  pastOfSeries(read, { circles, now, seriesId, most });

const upcomingPage = keepQuery((read: Reader) => selectUpcoming(read, isUpcoming(read)));

const upcomingOfSeries = keepQuery((read: Reader) => selectUpcoming(read, and(isUpcoming(read), isOfSeries(read))));

function selectUpcoming(read: Reader, where: SQL | undefined) {
  const { meetups, venues, meetupCancellations } = read.tables;
  return read
    .select({
      ...lineOf(read),
      startsAt: meetups.startsAt,
      places: meetups.places,
      overbookPercent: meetups.overbookPercent,
      taken: peopleTaken(read),
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(where)
    .orderBy(asc(meetups.startsAt), asc(meetups.id))
    .limit(sql.placeholder('most'))
    .offset(sql.placeholder('before'));
}

const upcomingCount = keepQuery((read: Reader) =>
  read.select({ meetups: count() }).from(read.tables.meetups).where(isUpcoming(read)),
);

const pastYears = keepQuery((read: Reader) => {
  const year = yearOf(read);
  return read
    .select({ year, meetups: count() })
    .from(read.tables.meetups)
    .where(isOver(read))
    .groupBy(year)
    .orderBy(desc(year));
});

const pastOfYear = keepQuery((read: Reader) => selectPast(read, and(isOver(read), isInYear(read))));

const pastOfSeries = keepQuery((read: Reader) => selectPast(read, and(isOver(read), isOfSeries(read))));

function selectPast(read: Reader, where: SQL | undefined) {
  const { meetups, venues, meetupCancellations, attendances } = read.tables;
  return read
    .select({
      ...lineOf(read),
      came: sql<number | null>`${attendances.staff} + ${attendances.partners} + ${attendances.public}`,
      lessons: lessonsFrom(read),
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(attendances, eq(attendances.meetupId, meetups.id))
    .where(where)
    .orderBy(desc(meetups.startsAt), desc(meetups.id))
    .limit(sql.placeholder('most'));
}

const isUpcoming = (read: Reader) => {
  const { circle, startsAt, endsAt } = read.tables.meetups;
  return and(
    gt(endsAt, blank('now', endsAt)),
    gt(startsAt, blank('earliest', startsAt)),
    read.isAmong(circle, 'circles'),
    isWorthShowing(read),
  );
};

const isOver = (read: Reader) => {
  const { circle, endsAt } = read.tables.meetups;
  return and(lte(endsAt, blank('now', endsAt)), read.isAmong(circle, 'circles'), isWorthShowing(read));
};

const isOfSeries = ({ tables: { meetups } }: Reader) => eq(meetups.seriesId, blank('seriesId', meetups.seriesId));

/** Not a date that its series called off again before anybody answered: that stays in calendars only. */
function isWorthShowing(read: Reader) {
  const { meetups, meetupCancellations, rsvps } = read.tables;
  const { id, seriesId, seriesStart } = meetups;
  const cancellation = read
    .select({ one: sql`1` })
    .from(meetupCancellations)
    .where(eq(meetupCancellations.meetupId, id));
  const answer = read.select({ one: sql`1` }).from(rsvps).where(eq(rsvps.meetupId, id));
  return or(isNull(seriesId), isNotNull(seriesStart), notExists(cancellation), exists(answer));
}

/** Whatever is not over yet has started after this: it lets the index by start answer. */
const earliestStart = (now: Date) => new Date(now.getTime() - LONGEST_HOURS * 3_600_000);

/** The year on the wall; around it, by a day for the zones, the instants that the index by start knows. */
const isInYear = (read: Reader) => {
  const { startsAt, startsLocal } = read.tables.meetups;
  const isOfYear = eq(yearOf(read), blank('year', startsLocal));
  return and(isOfYear, gte(startsAt, blank('first', startsAt)), lt(startsAt, blank('last', startsAt)));
};

const aroundYear = (year: string) => ({
  first: new Date(Date.UTC(Number(year), 0, 0)),
  last: new Date(Date.UTC(Number(year) + 1, 0, 2)),
});

/** The year of the wall-clock time: `2026`. */
const yearOf = ({ tables: { meetups } }: Reader) => sql<string>`substr(${meetups.startsLocal}, 1, 4)`;

/** What every list shows of a meetup. */
const lineOf = ({ tables: { meetups, venues, meetupCancellations } }: Reader) => ({
  id: meetups.id,
  slug: meetups.slug,
  title: meetups.title,
  startsLocal: meetups.startsLocal,
  endsLocal: meetups.endsLocal,
  zone: meetups.zone,
  circle: meetups.circle,
  venueName: venues.name,
  cancelledAt: meetupCancellations.cancelledAt,
});

/** People, not parties, who have a place: a column beside a meetup. */
function peopleTaken(read: Reader): SQL<number> {
  const { meetups, rsvps } = read.tables;
  const taken = read
    .select({ people: sum(rsvps.partySize) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetups.id), hasPlaceAt(read, blank('now', rsvps.heldUntil))));
  return sql`coalesce((${taken}), 0)`.mapWith(Number);
}

/** Lessons that came from a meetup and that may be read: a column beside it. */
function lessonsFrom(read: Reader): SQL<number> {
  const { meetups, lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const published = read
    .select({ lessons: count() })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(
      and(
        eq(lessons.meetupId, meetups.id),
        read.isAmong(lessons.circle, 'circles'),
        isNull(lessonWithdrawals.lessonId),
      ),
    );
  return sql`(${published})`.mapWith(Number);
}
