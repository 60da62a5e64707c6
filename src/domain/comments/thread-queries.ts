import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import type { SubjectKind } from './comment-rules.ts';

/** What a conversation stands under. */
export interface Thread {
  kind: SubjectKind;
  id: string;
  title: string;
  path: string;
  circle: Circle;
}

/**
 * The conversation under a lesson, a meetup or a channel, if this viewer may see that: none under drafts and what was
 * withdrawn; cancelled meetups and closed channels keep theirs.
 */
export async function findThread(
  read: Reader | Writer,
  viewer: Viewer,
  id: string,
  kinds: readonly SubjectKind[] = ['lesson', 'meetup', 'channel'],
): Promise<Thread | undefined> {
  const found = await Promise.all(kinds.map((kind) => FIND[kind](read, viewer, id)));
  return found.find((thread) => thread !== undefined);
}

const FIND: Record<SubjectKind, (read: Reader | Writer, viewer: Viewer, id: string) => Promise<Thread | undefined>> = {
  async lesson(read, viewer, id) {
    const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
    const [lesson] = await read
      .select({ title: lessons.title, slug: lessons.slug, circle: lessons.circle })
      .from(lessonPublications)
      .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
      .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
      .where(and(eq(lessons.id, id), isOpenTo(read, viewer)));
    return lesson && { kind: 'lesson', id, ...lesson, path: `/lessons/${lesson.slug}` };
  },

  async meetup(read, viewer, id) {
    const { meetups } = read.tables;
    const [meetup] = await read
      .select({ title: meetups.title, slug: meetups.slug, circle: meetups.circle })
      .from(meetups)
      .where(and(eq(meetups.id, id), inArray(meetups.circle, [...viewer.circles])));
    return meetup && { kind: 'meetup', id, ...meetup, path: `/meetups/${meetup.slug}` };
  },

  async channel(read, viewer, id) {
    const { channels } = read.tables;
    const [channel] = await read
      .select({ title: channels.name, slug: channels.slug, circle: channels.circle })
      .from(channels)
      .where(and(eq(channels.id, id), mayBeSeen(channels, viewer)));
    return channel && { kind: 'channel', id, ...channel, path: `/channels/${channel.slug}` };
  },
};

/** Those whose lesson, meetup or channel it is: they are told what is said there. */
export function listThoseBehind(read: Reader | Writer, { kind, id }: Pick<Thread, 'kind' | 'id'>) {
  const { people, lessonAuthors, meetups, channels } = read.tables;
  const columns = { id: people.id, name: people.name, email: people.email, circle: people.circle };
  const canBeTold = and(isNotNull(people.email), isNull(people.leftAt));
  const select = () => read.select(columns).from(people).$dynamic();
  if (kind === 'lesson')
    return select()
      .innerJoin(lessonAuthors, eq(lessonAuthors.personId, people.id))
      .where(and(eq(lessonAuthors.lessonId, id), canBeTold));
  if (kind === 'meetup')
    return select()
      .innerJoin(meetups, or(eq(meetups.hostId, people.id), eq(meetups.secondHostId, people.id)))
      .where(and(eq(meetups.id, id), canBeTold));
  return select()
    .innerJoin(channels, or(eq(channels.ownerId, people.id), eq(channels.deputyId, people.id)))
    .where(and(eq(channels.id, id), canBeTold));
}
