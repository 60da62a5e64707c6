import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { OPENS_WEEKS_BEFORE, opensAt } from '../series/series-rules.ts';
import { sayWhen } from '../time/date-words.ts';
import { circlesThatSee, type News } from './news-rules.ts';

const WEEK = 7 * 86_400_000;
const MOST = 200;

/** The dates of series that opened since a moment and are still ahead. */
export async function listDateNews(read: Reader, since: Date, now: Date): Promise<News[]> {
  const { meetups, meetupCancellations, series, venues } = read.tables;
  const opened = new Date(now.getTime() + OPENS_WEEKS_BEFORE * WEEK);
  const rows = await read
    .select({
      meetup: meetups,
      series: { id: series.id, name: series.name, circle: series.circle },
      venue: venues.name,
    })
    .from(meetups)
    .innerJoin(series, eq(series.id, meetups.seriesId))
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(gt(meetups.startsAt, now), lte(meetups.startsAt, opened), isNull(meetupCancellations.meetupId)))
    .orderBy(asc(meetups.startsAt))
    .limit(MOST);
  const dates = rows.map(({ meetup, series, venue }): News => {
    const { id, title, circle, startsAt, createdAt, startsLocal, endsLocal, zone, slug } = meetup;
    const at = new Date(Math.max(createdAt.getTime(), opensAt(startsAt).getTime()));
    const about = {
      kind: 'series' as const,
      subjectId: series.id,
      name: series.name,
      seenBy: circlesThatSee(series.circle),
    };
    return {
      ...{ kind: 'meetup', subjectId: id, at, seenBy: circlesThatSee(circle), about: [about], byIds: [] },
      ...{ words: `A date is open: ${title}`, detail: `${sayWhen(startsLocal, endsLocal, zone)}, ${venue}` },
      path: `/meetups/${slug}#rsvp`,
    };
  });
  return dates.filter(({ at }) => at > since);
}
