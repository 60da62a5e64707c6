import { and, desc, eq, isNotNull, isNull, lte, sql, sum } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { addUpNoShows, type NoShows } from './no-show-rules.ts';

/** Longer ago than this many dates says little about the next one. */
const MOST_DATES = 12;

/** How many did not come who had a place, at the last dates of a series; of all meetups when there is none. */
export async function findNoShows(read: Reader, seriesId: string | null, now: Date): Promise<NoShows> {
  const { meetups, meetupCancellations, attendances, rsvps, arrivals } = read.tables;
  const promised = read
    .select({ people: sum(rsvps.partySize) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetups.id), eq(rsvps.status, 'going'), isNull(rsvps.heldUntil)));
  const ticked = read
    .select({ people: sum(arrivals.partySize) })
    .from(arrivals)
    .where(and(eq(arrivals.meetupId, meetups.id), isNotNull(arrivals.rsvpId)));
  const dates = await read
    .select({
      promised: sql<number>`coalesce((${promised}), 0)`.mapWith(Number),
      ticked: sql<number | null>`(${ticked})`.mapWith(Number),
      counted: sql<number | null>`${attendances.staff} + ${attendances.partners} + ${attendances.public}`.mapWith(
        Number,
      ),
    })
    .from(meetups)
    .leftJoin(attendances, eq(attendances.meetupId, meetups.id))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(
      and(
        lte(meetups.endsAt, now),
        isNull(meetupCancellations.meetupId),
        seriesId ? eq(meetups.seriesId, seriesId) : undefined,
      ),
    )
    .orderBy(desc(meetups.startsAt))
    .limit(MOST_DATES);
  return addUpNoShows(dates);
}
