import { and, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { readShortNumber } from '../meetups/short-address-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { isOpenTo } from './open-lesson-queries.ts';

/** The slug of the lesson with the number that stands in a short address, if this viewer may see it. */
export async function findSlugOfLesson(read: Reader, viewer: Viewer, typed: string): Promise<string | undefined> {
  const number = readShortNumber(typed);
  if (number === undefined) return undefined;
  const { lessonNumbers, lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const [found] = await read
    .select({ slug: lessons.slug })
    .from(lessonNumbers)
    .innerJoin(lessons, eq(lessons.id, lessonNumbers.lessonId))
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(eq(lessonNumbers.number, number), isOpenTo(read, viewer)));
  return found?.slug;
}
