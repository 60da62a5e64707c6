import { and, asc, desc, eq, gt, isNotNull, isNull, or, sql, sum } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { countsAt } from '../meetups/scene-queries.ts';
import { localTime } from '../time/date-words.ts';
import type { DateAhead } from './rhythm-plan-rules.ts';

/** Where every day comes last. */
const FURTHEST_BEHIND = 'Etc/GMT+12';

/**
 * The dates of a series that have not begun, soonest first, as a plan asks for them; and those that have, where the start
 * that the rhythm gave them may still be ahead. For hosts: no circle is asked.
 */
export async function listDatesAhead(read: Reader | Writer, seriesId: string, now: Date): Promise<DateAhead[]> {
  const { meetups, meetupCancellations } = read.tables;
  const { id, slug, title, seriesStart, startsLocal, endsLocal, zone, startsAt, editedByHandAt } = meetups;
  const isAhead = or(gt(startsAt, now), gt(seriesStart, localTime(now, FURTHEST_BEHIND)));
  const rows = await read
    .select({
      ...{ id, slug, title, seriesStart, startsLocal, endsLocal, zone, startsAt, editedByHandAt },
      cancelledAt: meetupCancellations.cancelledAt,
      people: peopleOf(read, now),
    })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, id))
    .where(and(eq(meetups.seriesId, seriesId), isAhead))
    .orderBy(asc(startsAt), asc(id));
  return rows
    .filter(({ seriesStart: given, cancelledAt }) => given !== null || cancelledAt === null)
    .map(({ editedByHandAt: edited, cancelledAt, startsAt: at, ...date }) => ({
      ...date,
      isByHand: edited !== null || date.seriesStart === null,
      isCancelled: cancelledAt !== null,
      hasBegun: at <= now,
    }));
}

/** People, not parties, who have a place or wait for one: a column beside a meetup. */
function peopleOf(read: Reader | Writer, now: Date) {
  const { meetups, rsvps } = read.tables;
  const people = read
    .select({ people: sum(rsvps.partySize) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetups.id), sql`${rsvps.status} <> 'not-going'`, countsAt(read, now)));
  return sql`coalesce((${people}), 0)`.mapWith(Number);
}

/** Whether a date that is not called off is ahead or under way. */
export async function hasDateAhead(read: Reader | Writer, seriesId: string, now: Date): Promise<boolean> {
  const { meetups, meetupCancellations } = read.tables;
  const [found] = await read
    .select({ id: meetups.id })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(eq(meetups.seriesId, seriesId), gt(meetups.endsAt, now), isNull(meetupCancellations.meetupId)))
    .limit(1);
  return found !== undefined;
}

/** When the last date of a series that was not called off ended or will end. */
export async function findLastEnd(read: Reader | Writer, seriesId: string): Promise<Date | undefined> {
  const { meetups, meetupCancellations } = read.tables;
  const [last] = await read
    .select({ endsAt: meetups.endsAt })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(eq(meetups.seriesId, seriesId), isNull(meetupCancellations.meetupId)))
    .orderBy(desc(meetups.endsAt))
    .limit(1);
  return last?.endsAt;
}

/** The dates ahead of all series for which nobody planned yet to tell the followers. */
export const listUnopened = (read: Reader, now: Date) => {
  const { meetups, jobs } = read.tables;
  const { id, seriesId, startsAt } = meetups;
  return read
    .select({ id, seriesId, startsAt })
    .from(meetups)
    .leftJoin(jobs, and(eq(jobs.kind, 'open-date'), eq(jobs.subjectId, id)))
    .where(and(isNotNull(seriesId), gt(startsAt, now), isNull(jobs.id)));
};
