import { and, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import { listPeopleBehind } from '../lessons/lesson-part-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Ground } from './case-rules.ts';

/** Whether a comment stands under something that this viewer may see. */
export function isUnderSeen(read: Reader | Writer, viewer: Viewer): SQL | undefined {
  const { comments, lessons, lessonPublications, meetups, channels } = read.tables;
  const circles = [...viewer.circles];
  const seenLessons = read
    .select({ id: lessons.id })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .where(inArray(lessons.circle, circles));
  const seenMeetups = read.select({ id: meetups.id }).from(meetups).where(inArray(meetups.circle, circles));
  const seenChannels = read.select({ id: channels.id }).from(channels).where(mayBeSeen(channels, viewer));
  return or(
    and(eq(comments.subjectKind, 'lesson'), inArray(comments.subjectId, seenLessons)),
    and(eq(comments.subjectKind, 'meetup'), inArray(comments.subjectId, seenMeetups)),
    and(eq(comments.subjectKind, 'channel'), inArray(comments.subjectId, seenChannels)),
  );
}

interface Standing {
  subjectKind: Ground['kind'];
  subjectId: string;
}

/** What a comment stands under and whose that is, whoever asks. */
export const findGround = (read: Reader | Writer, { subjectKind, subjectId }: Standing): Promise<Ground | undefined> =>
  FIND[subjectKind](read, subjectId);

const FIND: Record<Ground['kind'], (read: Reader | Writer, id: string) => Promise<Ground | undefined>> = {
  async lesson(read, id) {
    const { lessons } = read.tables;
    const [lesson] = await read.select().from(lessons).where(eq(lessons.id, id));
    if (!lesson) return undefined;
    const authors = await listPeopleBehind(read, [id]);
    const { title, slug, circle, createdById } = lesson;
    const behindIds = [createdById, ...authors.map((author) => author.id)];
    return { kind: 'lesson', title, path: `/lessons/${slug}`, circle, behindIds };
  },

  async meetup(read, id) {
    const { meetups } = read.tables;
    const [meetup] = await read.select().from(meetups).where(eq(meetups.id, id));
    if (!meetup) return undefined;
    const { title, slug, circle, hostId, secondHostId } = meetup;
    return { kind: 'meetup', title, path: `/meetups/${slug}`, circle, behindIds: named(hostId, secondHostId) };
  },

  async channel(read, id) {
    const { channels } = read.tables;
    const [channel] = await read.select().from(channels).where(eq(channels.id, id));
    if (!channel) return undefined;
    const { name, slug, circle, ownerId, deputyId } = channel;
    return { kind: 'channel', title: name, path: `/channels/${slug}`, circle, behindIds: named(ownerId, deputyId) };
  },
};

const named = (...ids: (string | null)[]) => ids.filter((id) => id !== null);
