import { and, asc, count, desc, eq, gt, gte, inArray, isNull, lt, lte, type SQL, sql, sum } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { LONGEST_HOURS } from './meetup-time-rules.ts';
import { countsAt } from './scene-queries.ts';

export const UPCOMING_PER_PAGE = 12;
const MOST_IN_YEAR = 366;

/** The meetups that are not over, next one first, with how many people have a place: `most` to a page, from 1. A cancelled one stays until its day. */
export function listUpcoming(read: Reader, viewer: Viewer, now: Date, most = UPCOMING_PER_PAGE, page = 1) {
  const { meetups, venues, meetupCancellations } = read.tables;
  return read
    .select({ ...lineOf(read), places: meetups.places, taken: peopleTaken(read, now) })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(isUpcoming(read, viewer, now))
    .orderBy(asc(meetups.startsAt), asc(meetups.id))
    .limit(most)
    .offset((page - 1) * most);
}

/** How many meetups are not over. */
export const countUpcoming = (read: Reader, viewer: Viewer, now: Date): Promise<number> =>
  read.$count(read.tables.meetups, isUpcoming(read, viewer, now));

/** The years that have meetups which are over, newest first, and how many. */
export async function listPastYears(read: Reader, viewer: Viewer, now: Date) {
  const { meetups } = read.tables;
  const year = yearOf(read);
  return read
    .select({ year, meetups: count() })
    .from(meetups)
    .where(and(lte(meetups.endsAt, now), seenBy(read, viewer)))
    .groupBy(year)
    .orderBy(desc(year));
}

/** The meetups of a year that are over, newest first, with how many people came and what was learned. */
export function listPast(read: Reader, viewer: Viewer, now: Date, year: string, most = MOST_IN_YEAR) {
  const { meetups, venues, meetupCancellations, attendances } = read.tables;
  return read
    .select({
      ...lineOf(read),
      came: sql<number | null>`${attendances.staff} + ${attendances.partners} + ${attendances.public}`,
      lessons: lessonsFrom(read, viewer),
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(attendances, eq(attendances.meetupId, meetups.id))
    .where(and(lte(meetups.endsAt, now), isInYear(read, year), seenBy(read, viewer)))
    .orderBy(desc(meetups.startsAt), desc(meetups.id))
    .limit(most);
}

const isUpcoming = (read: Reader, viewer: Viewer, now: Date) =>
  and(gt(read.tables.meetups.endsAt, now), gt(read.tables.meetups.startsAt, earliestStart(now)), seenBy(read, viewer));

/** Whatever is not over yet has started after this: it lets the index by start answer. */
const earliestStart = (now: Date) => new Date(now.getTime() - LONGEST_HOURS * 3_600_000);

/** The year on the wall; around it, by a day for the zones, the instants that the index by start knows. */
const isInYear = (read: Reader, year: string) =>
  and(
    eq(yearOf(read), year),
    gte(read.tables.meetups.startsAt, new Date(Date.UTC(Number(year), 0, 0))),
    lt(read.tables.meetups.startsAt, new Date(Date.UTC(Number(year) + 1, 0, 2))),
  );

const seenBy = ({ tables: { meetups } }: Reader, viewer: Viewer) => inArray(meetups.circle, [...viewer.circles]);

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
function peopleTaken(read: Reader, now: Date): SQL<number> {
  const { meetups, rsvps } = read.tables;
  const taken = read
    .select({ people: sum(rsvps.partySize) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetups.id), eq(rsvps.status, 'going'), countsAt(read, now)));
  return sql`coalesce((${taken}), 0)`.mapWith(Number);
}

/** Lessons that came from a meetup and that this viewer may read: a column beside it. */
function lessonsFrom(read: Reader, viewer: Viewer): SQL<number> {
  const { meetups, lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const published = read
    .select({ lessons: count() })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(
      and(
        eq(lessons.meetupId, meetups.id),
        inArray(lessons.circle, [...viewer.circles]),
        isNull(lessonWithdrawals.lessonId),
      ),
    );
  return sql`(${published})`.mapWith(Number);
}
