import { desc, eq, max } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
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

/** The kept texts of a lesson, newest first. For whoever may edit it: ask `findLesson` before. */
export async function listRevisions(read: Reader, viewer: Viewer, lessonId: string) {
  const { lessonRevisions, people } = read.tables;
  const rows = await read
    .select({
      number: lessonRevisions.number,
      words: lessonRevisions.words,
      savedAt: lessonRevisions.savedAt,
      saver: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(lessonRevisions)
    .leftJoin(people, eq(people.id, lessonRevisions.savedById))
    .where(eq(lessonRevisions.lessonId, lessonId))
    .orderBy(desc(lessonRevisions.number));
  return rows.map(({ saver, ...revision }) => ({
    ...revision,
    savedBy: saver && isNamedTo(viewer, saver) ? saver.name : null,
  }));
}
