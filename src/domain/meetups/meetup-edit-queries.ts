import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { isHostOf } from './meetup-queries.ts';

/** What the form of a meetup shows: people by the address that stands for them there. Only for its hosts. */
export async function findMeetupToEdit(read: Reader, viewer: Viewer, slug: string) {
  const { meetups, people } = read.tables;
  const rows = await read
    .select({ meetup: meetups, host: { id: people.id, email: people.email } })
    .from(meetups)
    .innerJoin(people, isHostOf(read))
    .where(and(eq(meetups.slug, slug), inArray(meetups.circle, [...viewer.circles])));
  if (!rows[0]) return undefined;
  const { meetup } = rows[0];
  const emailOf = (id: string | null) => rows.find(({ host }) => host.id === id)?.host.email ?? '';
  return { meetup, hostEmail: emailOf(meetup.hostId), secondHostEmail: emailOf(meetup.secondHostId) };
}

/** The topics of one meetup for its form: each with the address or the name of who starts it. */
export async function listTopicsToEdit(read: Reader, meetupId: string) {
  const { topics, people } = read.tables;
  const rows = await read
    .select({
      id: topics.id,
      title: topics.title,
      question: topics.question,
      leadName: topics.leadName,
      email: people.email,
    })
    .from(topics)
    .leftJoin(people, eq(people.id, topics.leadId))
    .where(eq(topics.meetupId, meetupId))
    .orderBy(asc(topics.position));
  return rows.map(({ email, leadName, ...topic }) => ({ ...topic, lead: email ?? leadName }));
}

/** Places to choose from. */
export const listVenues = (read: Reader) => {
  const { venues } = read.tables;
  return read
    .select({ id: venues.id, name: venues.name, address: venues.address })
    .from(venues)
    .orderBy(asc(venues.name), asc(venues.address));
};

/** A place with everything that is known of it. */
export async function findVenue(read: Reader, id: string) {
  const { venues } = read.tables;
  const [venue] = await read.select().from(venues).where(eq(venues.id, id));
  return venue;
}
