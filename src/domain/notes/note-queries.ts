import { and, asc, eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { nameSeenBy } from '../people/name-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { BOXES, mayTakeNotes, type Note } from './note-rules.ts';

/** The meetup whose notes somebody wants to write, by its slug or its id, with every box; undefined when it is none of their circle. */
export async function findNotebook(read: Reader | Writer, viewer: Viewer, which: { slug: string } | { id: string }) {
  const { meetups } = read.tables;
  const [found] = await selectDesk(
    read,
    viewer,
    'slug' in which ? eq(meetups.slug, which.slug) : eq(meetups.id, which.id),
  );
  if (!found) return undefined;
  const topics = await listNotedTopics(read, viewer, [found.meetup.id]);
  const helperIds = topics.flatMap(({ leadId, noteTakerId }) => [leadId, noteTakerId]);
  return { ...found, topics, mayWrite: mayTakeNotes(viewer, { ...found, helperIds }) };
}

/** The topics of some meetups in running order, each with its three boxes: for those who write them. */
export async function listNotedTopics(read: Reader | Writer, viewer: Viewer, meetupIds: readonly string[]) {
  const { topics } = read.tables;
  const { id, meetupId, position, title, question, kind, leadId, leadName, noteTakerId, noteTakerName } = topics;
  const rows = await read
    .select({ id, meetupId, position, title, question, kind, leadId, leadName, noteTakerId, noteTakerName })
    .from(topics)
    .where(inArray(meetupId, [...meetupIds]))
    .orderBy(asc(meetupId), asc(position));
  const notes = await listNotes(
    read,
    viewer,
    rows.map((topic) => topic.id),
  );
  return rows.map((topic) => ({ ...topic, position: topic.position ?? 0, notes: boxesOf(topic.id, notes) }));
}

function listNotes(read: Reader | Writer, viewer: Viewer, topicIds: readonly string[]): Promise<Note[]> {
  const { topicNotes, people } = read.tables;
  const { topicId, box, words, version } = topicNotes;
  return read
    .select({ topicId, box, words, version, savedBy: nameSeenBy(viewer, people) })
    .from(topicNotes)
    .leftJoin(people, eq(people.id, topicNotes.savedById))
    .where(inArray(topicId, [...topicIds]));
}

const boxesOf = (topicId: string, notes: readonly Note[]): Note[] =>
  BOXES.map(
    (box) =>
      notes.find((note) => note.topicId === topicId && note.box === box) ?? {
        ...{ topicId, box, words: '', version: 0, savedBy: null },
      },
  );

function selectDesk(read: Reader | Writer, viewer: Viewer, which: SQL) {
  const { meetups, meetupCancellations, meetupClosures, notePublications } = read.tables;
  const { id, slug, title, circle, hostId, secondHostId, startsLocal, endsLocal, zone, startsAt, endsAt } = meetups;
  return read
    .select({
      meetup: { id, slug, title, circle, hostId, secondHostId, startsLocal, endsLocal, zone, startsAt, endsAt },
      cancelledAt: meetupCancellations.cancelledAt,
      publishedAt: notePublications.publishedAt,
      closedAt: meetupClosures.closedAt,
      isComing: sql<boolean>`${isThere(read, viewer)}`.mapWith(Boolean),
    })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(notePublications, eq(notePublications.meetupId, meetups.id))
    .leftJoin(meetupClosures, eq(meetupClosures.meetupId, meetups.id))
    .where(and(which, inArray(meetups.circle, [...viewer.circles])));
}

/** Whether the viewer has a confirmed place, or was seen at the door. */
function isThere(read: Reader | Writer, { person }: Viewer): SQL {
  if (!person) return sql`false`;
  const { meetups, rsvps, arrivals } = read.tables;
  const isOwn = or(eq(rsvps.personId, person.id), person.email ? eq(rsvps.email, person.email) : undefined);
  const going = and(eq(rsvps.meetupId, meetups.id), eq(rsvps.status, 'going'), isNull(rsvps.heldUntil), isOwn);
  const came = and(eq(arrivals.meetupId, meetups.id), eq(arrivals.personId, person.id));
  const hasPlace = exists(read.select({ id: rsvps.id }).from(rsvps).where(going));
  const hasCome = exists(read.select({ id: arrivals.id }).from(arrivals).where(came));
  return sql`(${hasPlace} or ${hasCome})`;
}
