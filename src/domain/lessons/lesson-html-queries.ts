import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { listPeopleBehind } from './lesson-part-queries.ts';

/**
 * Lessons whose HTML another version of the renderer made, in the order of their ids.
 *
 * @param after the last id of the slice before, or an empty text.
 */
export async function listStaleLessons(read: Reader, rendererVersion: number, after: string, most: number) {
  const { lessons, people } = read.tables;
  const rows = await read
    .select({
      id: lessons.id,
      wanted: lessons.wanted,
      happened: lessons.happened,
      why: lessons.why,
      nextTime: lessons.nextTime,
      updatedAt: lessons.updatedAt,
      creatorCircle: people.circle,
    })
    .from(lessons)
    .innerJoin(people, eq(people.id, lessons.createdById))
    .where(and(ne(lessons.rendererVersion, rendererVersion), gt(lessons.id, after)))
    .orderBy(asc(lessons.id))
    .limit(most);
  const behind = await listPeopleBehind(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ creatorCircle, ...row }) => {
    const authors = behind.filter(({ lessonId }) => lessonId === row.id);
    return { ...row, circles: [creatorCircle, ...authors.map(({ circle }) => circle)] };
  });
}
