import { eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { STRANGER } from '../people/viewer.ts';
import { withParts } from './lesson-list-queries.ts';
import { isOpenTo, newestFirst } from './open-lesson-queries.ts';

/** The newest lessons for everyone, with their text: the same whoever asks. */
export async function listFeedLessons(read: Reader, most: number) {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const rows = await read
    .select({ lesson: lessons, publishedAt: lessonPublications.publishedAt })
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(isOpenTo(read, STRANGER))
    .orderBy(...newestFirst(read))
    .limit(most);
  const texts = rows.map(({ lesson, publishedAt }) => ({ ...lesson, publishedAt }));
  return withParts(read, STRANGER, texts);
}

export type FeedLesson = Awaited<ReturnType<typeof listFeedLessons>>[number];
