import { and, asc, eq, gte, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { CIRCLES, circlesSeenBy, type Viewer } from '../people/viewer.ts';
import type { MeetupFacts } from './meetup-facts.ts';

/** One meetup by its id, whoever asks: for commands, which decide themselves. */
export async function findFacts(read: Reader | Writer, id: string): Promise<MeetupFacts | undefined> {
  const [facts] = await selectFacts(read, eq(read.tables.meetups.id, id));
  return facts;
}

/** One meetup by its slug, for its calendar file. */
export async function findFactsFor(read: Reader, viewer: Viewer, slug: string): Promise<MeetupFacts | undefined> {
  const { meetups } = read.tables;
  const [facts] = await selectFacts(read, and(eq(meetups.slug, slug), inArray(meetups.circle, [...viewer.circles])));
  return facts;
}

/** Every meetup this viewer may see that ends at or after an instant, first one first, the cancelled ones among them. */
export const listFacts = (read: Reader, viewer: Viewer, since: Date): Promise<MeetupFacts[]> => {
  const { meetups } = read.tables;
  return selectFacts(read, and(inArray(meetups.circle, [...viewer.circles]), gte(meetups.endsAt, since)));
};

/** The same of one series. */
export const listFactsOf = (read: Reader, viewer: Viewer, seriesId: string, since: Date): Promise<MeetupFacts[]> => {
  const { meetups } = read.tables;
  const seen = inArray(meetups.circle, [...viewer.circles]);
  return selectFacts(read, and(eq(meetups.seriesId, seriesId), seen, gte(meetups.endsAt, since)));
};

/** Joins a meetup with its series, if everybody who may see the meetup may see the series. */
export const isOpenSeriesOf = ({ tables: { meetups, series } }: Reader | Writer) => {
  const seen = CIRCLES.map((circle) =>
    and(eq(meetups.circle, circle), inArray(series.circle, [...circlesSeenBy(circle)])),
  );
  return and(eq(series.id, meetups.seriesId), or(...seen));
};

async function selectFacts(read: Reader | Writer, where: SQL | undefined): Promise<MeetupFacts[]> {
  const { meetups, venues, series, meetupCancellations } = read.tables;
  const { cancelledAt } = meetupCancellations;
  return read
    .select({ meetup: meetups, venue: venues, cancelledAt, seriesPhone: series.phone })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(series, isOpenSeriesOf(read))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(where)
    .orderBy(asc(meetups.startsAt), asc(meetups.id));
}
