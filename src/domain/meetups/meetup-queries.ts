import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { showPerson } from './meetup-people-rules.ts';

/** A meetup as its page shows it, if this viewer may see it; hosts by name only to those who may know it. */
export async function findMeetup(read: Reader, viewer: Viewer, slug: string) {
  const { meetups, venues, series, meetupCancellations, attendances, people } = read.tables;
  const rows = await read
    .select({
      meetup: meetups,
      venue: venues,
      cancelledAt: meetupCancellations.cancelledAt,
      reason: meetupCancellations.reason,
      attendance: attendances,
      series: { name: series.name, slug: series.slug, phone: series.phone },
      host: personOf(read),
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .innerJoin(people, isHostOf(read))
    .leftJoin(series, and(eq(series.id, meetups.seriesId), inArray(series.circle, [...viewer.circles])))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(attendances, eq(attendances.meetupId, meetups.id))
    .where(and(eq(meetups.slug, slug), inArray(meetups.circle, [...viewer.circles])));
  if (!rows[0]) return undefined;
  const { host: _, ...facts } = rows[0];
  const hosts = rows.map(({ host }) => host).sort((one) => (one.id === facts.meetup.hostId ? -1 : 1));
  return { ...facts, hosts: hosts.map((host) => showPerson(viewer, host)) };
}

/** Joins a meetup with its host and its second host: a row for each. */
export const isHostOf = ({ tables: { meetups, people } }: Reader) =>
  or(eq(people.id, meetups.hostId), eq(people.id, meetups.secondHostId));

/** The topics of some meetups, in running order, with who starts each as far as this viewer may know. */
export async function listTopics(read: Reader, viewer: Viewer, meetupIds: readonly string[]) {
  const { topics, people } = read.tables;
  const rows = await read
    .select({ ...topicOf(read), lead: personOf(read) })
    .from(topics)
    .leftJoin(people, eq(people.id, topics.leadId))
    .where(inArray(topics.meetupId, [...meetupIds]))
    .orderBy(asc(topics.meetupId), asc(topics.position));
  return rows.map(({ leadName, lead, position, ...topic }) => ({
    ...topic,
    position: position ?? 0,
    lead: lead ? showPerson(viewer, lead) : leadName ? { id: null, name: leadName, role: '' } : null,
  }));
}

/** The meetups before and after one, of those this viewer may see. */
export async function findNeighbours(read: Reader, viewer: Viewer, { id, startsAt }: { id: string; startsAt: Date }) {
  const { meetups } = read.tables;
  const { slug, title, startsLocal } = meetups;
  const select = () => read.select({ slug, title, startsLocal }).from(meetups);
  const seen = inArray(meetups.circle, [...viewer.circles]);
  const isEarlier = and(lte(meetups.startsAt, startsAt), or(lt(meetups.startsAt, startsAt), lt(meetups.id, id)));
  const isLater = and(gte(meetups.startsAt, startsAt), or(gt(meetups.startsAt, startsAt), gt(meetups.id, id)));
  const [[before], [after]] = await Promise.all([
    select().where(and(isEarlier, seen)).orderBy(desc(meetups.startsAt), desc(meetups.id)).limit(1),
    select().where(and(isLater, seen)).orderBy(asc(meetups.startsAt), asc(meetups.id)).limit(1),
  ]);
  return { before, after };
}

const topicOf = ({ tables: { topics } }: Reader) => ({
  meetupId: topics.meetupId,
  position: topics.position,
  title: topics.title,
  question: topics.question,
  leadName: topics.leadName,
});

/** What `showPerson` asks. */
const personOf = ({ tables: { people } }: Reader) => ({
  id: people.id,
  name: people.name,
  jobTitle: people.jobTitle,
  circle: people.circle,
  showsName: people.showsName,
});
