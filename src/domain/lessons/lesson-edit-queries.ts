import { eq, max } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listPeopleBehind } from './lesson-part-queries.ts';

/** What a save needs to know of a lesson, whoever asks: the command decides. */
export async function findLessonToEdit(read: Reader | Writer, lessonId: string) {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const [row] = await read
    .select({
      lesson: lessons,
      publishedAt: lessonPublications.publishedAt,
      withdrawnAt: lessonWithdrawals.withdrawnAt,
    })
    .from(lessons)
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(eq(lessons.id, lessonId));
  if (!row) return undefined;
  const authors = await listPeopleBehind(read, [lessonId]);
  const { id, slug, circle, createdById, updatedAt, title, tryThis, wanted, happened, why, nextTime } = row.lesson;
  return {
    id,
    slug,
    circle,
    meetupId: row.lesson.meetupId,
    updatedAt,
    words: { title, tryThis, wanted, happened, why, nextTime },
    publishedAt: row.publishedAt,
    isWithdrawn: row.withdrawnAt !== null,
    createdById,
    authors,
    authorIds: authors.map((author) => author.id),
    revision: await findNewestRevision(read, lessonId),
  };
}

/** The number of the newest kept text. */
export async function findNewestRevision(read: Reader | Writer, lessonId: string): Promise<number> {
  const { lessonRevisions } = read.tables;
  const [newest] = await read
    .select({ number: max(lessonRevisions.number) })
    .from(lessonRevisions)
    .where(eq(lessonRevisions.lessonId, lessonId));
  return newest?.number ?? 0;
}
