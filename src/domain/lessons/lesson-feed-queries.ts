import { and, eq, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { STRANGER } from '../people/viewer.ts';
import { narrowing } from './lesson-filter-queries.ts';
import type { LessonFilter } from './lesson-filter-rules.ts';
import { withParts } from './lesson-list-queries.ts';
import { listUpdates } from './lesson-update-queries.ts';
import { hasIn, isOpenTo, newestFirst } from './open-lesson-queries.ts';

/** Which lessons a feed is about: those with a tag, of a unit (by its slug), by a person or about a channel; all when nothing is given. */
export interface FeedAbout extends Pick<LessonFilter, 'tag' | 'unit'> {
  personId?: string;
  channelId?: string;
}

/** The newest lessons for everyone, with their text: the same whoever asks. */
export async function listFeedLessons(read: Reader, most: number, about: FeedAbout = {}) {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const rows = await read
    .select({ lesson: lessons, publishedAt: lessonPublications.publishedAt })
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(isOpenTo(read, STRANGER), ...narrowing(read, about), ...concerning(read, about)))
    .orderBy(...newestFirst(read))
    .limit(most);
  const texts = rows.map(({ lesson, publishedAt }) => ({ ...lesson, publishedAt }));
  const ids = texts.map(({ id }) => id);
  const [lessonsWithParts, updates] = await Promise.all([withParts(read, STRANGER, texts), listUpdates(read, ids)]);
  return lessonsWithParts.map((lesson) => ({
    ...lesson,
    updates: updates.filter(({ lessonId }) => lessonId === lesson.id),
  }));
}

export type FeedLesson = Awaited<ReturnType<typeof listFeedLessons>>[number];

function concerning(read: Reader, { personId, channelId }: FeedAbout): SQL[] {
  const { lessonAuthors, lessonChannels } = read.tables;
  return [
    ...(personId ? [hasIn(read, lessonAuthors, eq(lessonAuthors.personId, personId))] : []),
    ...(channelId ? [hasIn(read, lessonChannels, eq(lessonChannels.channelId, channelId))] : []),
  ];
}
