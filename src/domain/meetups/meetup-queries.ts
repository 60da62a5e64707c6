import { aliasedTable, and, asc, desc, eq, gt, gte, isNull, lt, lte, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Viewer } from '../people/viewer.ts';
import { showPerson } from './meetup-people-rules.ts';

/** A meetup as its page shows it, if this viewer may see it; hosts by name only to those who may know it. */
export async function findMeetup(read: Reader, viewer: Viewer, slug: string) {
  const rows = await meetupBySlug(read, { slug, circles: viewer.circles });
  if (!rows[0]) return undefined;
  const { host: _, ...facts } = rows[0];
  const hosts = rows.map(({ host }) => host).sort((one) => (one.id === facts.meetup.hostId ? -1 : 1));
  return { ...facts, hosts: hosts.map((host) => showPerson(viewer, host)) };
}

/** The topics of some meetups, in running order, with who starts each and who takes notes as far as this viewer may know. */
export async function listTopics(read: Reader, viewer: Viewer, meetupIds: readonly string[]) {
  const rows = await topicsOf(read, { meetupIds, circles: viewer.circles });
  return rows.map(({ leadName, lead, noteTakerName, noteTaker, position, ...topic }) => ({
    ...topic,
    position: position ?? 0,
    lead: showNamed(viewer, lead, leadName),
    noteTaker: showNamed(viewer, noteTaker, noteTakerName),
  }));
}

/** Somebody of this site as far as the viewer may know them, or a name that everyone may read; null for nobody. */
function showNamed(viewer: Viewer, person: Parameters<typeof showPerson>[1] | null, name: string) {
  if (person) return showPerson(viewer, person);
  return name ? { id: null, name, role: '' } : null;
}

/** The meetups before and after one, of those this viewer may see. */
export async function findNeighbours(
  read: Reader,
  { circles }: Viewer,
  { id, startsAt }: { id: string; startsAt: Date },
) {
  const from = { id, startsAt, circles };
  const [[before], [after]] = await Promise.all([earlierMeetup(read, from), laterMeetup(read, from)]);
  return { before, after };
}

/** Joins a meetup with its host and its second host: a row for each. */
export const isHostOf = ({ tables: { meetups, people } }: Reader) =>
  or(eq(people.id, meetups.hostId), eq(people.id, meetups.secondHostId));

const meetupBySlug = keepQuery((read: Reader) => {
  const { meetups, venues, series, meetupCancellations, attendances, people } = read.tables;
  return read
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
    .leftJoin(series, and(eq(series.id, meetups.seriesId), read.isAmong(series.circle, 'circles')))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(attendances, eq(attendances.meetupId, meetups.id))
    .where(and(eq(meetups.slug, blank('slug', meetups.slug)), read.isAmong(meetups.circle, 'circles')));
});

const topicsOf = keepQuery((read: Reader) => {
  const { topics, people, series } = read.tables;
  const noteTakers = aliasedTable(people, 'note_takers');
  const mayBeSeen = or(isNull(topics.seriesId), read.isAmong(series.circle, 'circles'));
  return read
    .select({ ...topicOf(read), lead: personOf(read), noteTaker: personOf(read, noteTakers) })
    .from(topics)
    .leftJoin(series, eq(series.id, topics.seriesId))
    .leftJoin(people, eq(people.id, topics.leadId))
    .leftJoin(noteTakers, eq(noteTakers.id, topics.noteTakerId))
    .where(and(read.isAmong(topics.meetupId, 'meetupIds'), mayBeSeen))
    .orderBy(asc(topics.meetupId), asc(topics.position));
});

const earlierMeetup = keepQuery((read: Reader) => {
  const { id, startsAt, circle } = read.tables.meetups;
  const [at, own] = [blank('startsAt', startsAt), blank('id', id)];
  const isEarlier = and(lte(startsAt, at), or(lt(startsAt, at), lt(id, own)));
  return selectNeighbour(read)
    .where(and(isEarlier, read.isAmong(circle, 'circles')))
    .orderBy(desc(startsAt), desc(id));
});

const laterMeetup = keepQuery((read: Reader) => {
  const { id, startsAt, circle } = read.tables.meetups;
  const [at, own] = [blank('startsAt', startsAt), blank('id', id)];
  const isLater = and(gte(startsAt, at), or(gt(startsAt, at), gt(id, own)));
  return selectNeighbour(read)
    .where(and(isLater, read.isAmong(circle, 'circles')))
    .orderBy(asc(startsAt), asc(id));
});

function selectNeighbour(read: Reader) {
  const { meetups } = read.tables;
  const { slug, title, startsLocal } = meetups;
  return read.select({ slug, title, startsLocal }).from(meetups).limit(1).$dynamic();
}

const topicOf = ({ tables: { topics } }: Reader) => ({
  meetupId: topics.meetupId,
  position: topics.position,
  title: topics.title,
  question: topics.question,
  minutes: topics.minutes,
  leadName: topics.leadName,
  noteTakerName: topics.noteTakerName,
});

/** What `showPerson` asks. */
export const personOf = (read: Reader, { id, name, jobTitle, circle, showsName } = read.tables.people) => ({
  ...{ id, name, jobTitle, circle, showsName },
});
