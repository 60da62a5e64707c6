import { and, asc, eq, gt } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { withParts } from './lesson-list-queries.ts';
import { hasIn, isOpenTo } from './open-lesson-queries.ts';

/**
 * The lessons that this viewer may read, in the order in which they were begun, a slice at a time.
 *
 * @param after the last id of the slice before, or an empty text.
 * @returns `last` when there are more.
 */
export async function sliceLessons(
  read: Reader,
  viewer: Viewer,
  { tag, after, most }: { tag: string | undefined; after: string; most: number },
) {
  const { lessons, lessonPublications, lessonWithdrawals, lessonTags } = read.tables;
  const { id, slug, title, tryThis, worked, circle, updatedAt } = lessons;
  const found = await read
    .select({ id, slug, title, tryThis, worked, circle, updatedAt, publishedAt: lessonPublications.publishedAt })
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, id))
    .where(
      and(isOpenTo(read, viewer), gt(id, after), tag ? hasIn(read, lessonTags, eq(lessonTags.tag, tag)) : undefined),
    )
    .orderBy(asc(id))
    .limit(most + 1);
  const shown = found.slice(0, most);
  return { rows: await withParts(read, viewer, shown), last: found.length > most ? shown.at(-1)?.id : undefined };
}
