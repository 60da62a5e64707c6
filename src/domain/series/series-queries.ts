import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { showPerson } from '../meetups/meetup-people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Term } from './host-term-rules.ts';
import type { Rhythm } from './rhythm-rules.ts';

export type Series = Tables['series']['$inferSelect'];

/** One series by its slug with its state, if this viewer may see it. */
export async function findSeries(read: Reader, viewer: Viewer, slug: string) {
  const { series, seriesRests } = read.tables;
  const [found] = await read
    .select({ series, rest: seriesRests })
    .from(series)
    .leftJoin(seriesRests, eq(seriesRests.seriesId, series.id))
    .where(and(eq(series.slug, slug), inArray(series.circle, [...viewer.circles])));
  return found;
}

/** One series by its id with its state, whoever asks: for commands, which decide themselves. */
export async function findSeriesById(read: Reader | Writer, id: string) {
  const { series, seriesRests } = read.tables;
  const [found] = await read
    .select({ series, rest: seriesRests })
    .from(series)
    .leftJoin(seriesRests, eq(seriesRests.seriesId, series.id))
    .where(eq(series.id, id));
  return found;
}

/** Who keeps a series going, and how long, the longest there first. */
export const listTerms = (read: Reader | Writer, seriesId: string): Promise<Term[]> => {
  const { seriesHosts } = read.tables;
  const { personId, fromOn, untilOn } = seriesHosts;
  return read
    .select({ personId, fromOn, untilOn })
    .from(seriesHosts)
    .where(eq(seriesHosts.seriesId, seriesId))
    .orderBy(asc(fromOn), asc(personId));
};

/** The hosts of a series as its page shows them: by name to those who may know it. */
export async function listHosts(read: Reader, viewer: Viewer, seriesId: string) {
  const { seriesHosts, people } = read.tables;
  const { id, name, jobTitle, circle, showsName } = people;
  const rows = await read
    .select({
      ...{ fromOn: seriesHosts.fromOn, untilOn: seriesHosts.untilOn },
      person: { id, name, jobTitle, circle, showsName },
    })
    .from(seriesHosts)
    .innerJoin(people, eq(people.id, seriesHosts.personId))
    .where(eq(seriesHosts.seriesId, seriesId))
    .orderBy(asc(seriesHosts.fromOn), asc(id));
  return rows.map(({ person, ...term }) => ({ ...term, personId: person.id, ...showPerson(viewer, person) }));
}

/** The usual venues of a series, in the order in which they take turns. */
export const listUsualVenues = (read: Reader | Writer, seriesId: string) => {
  const { seriesVenues, venues } = read.tables;
  return read
    .select({ id: venues.id, name: venues.name, address: venues.address })
    .from(seriesVenues)
    .innerJoin(venues, eq(venues.id, seriesVenues.venueId))
    .where(eq(seriesVenues.seriesId, seriesId))
    .orderBy(asc(seriesVenues.position));
};

/** The rhythm of a series; the day it was started stands in for a first day. */
export const rhythmOf = ({
  rules,
  exceptDays,
  extraDays,
  firstDay,
  startTime,
  endTime,
  zone,
  createdAt,
}: Series): Rhythm => ({
  ...{ rules, exceptDays, extraDays, startTime, endTime, zone },
  firstDay: firstDay ?? createdAt.toISOString().slice(0, 10),
});

/** Every series that there is: for the jobs that keep them. */
export async function listSeriesIds(read: Reader): Promise<string[]> {
  const rows = await read.select({ id: read.tables.series.id }).from(read.tables.series);
  return rows.map(({ id }) => id);
}
