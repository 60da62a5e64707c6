import { and, count, desc, eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Worked } from '../lessons/lesson-rules.ts';
import { hasIn, isOpenTo } from '../lessons/open-lesson-queries.ts';
import type { Viewer } from '../people/viewer.ts';

const MOST_SHOWN = 200;

/** How many lessons with a tag this viewer may see, by how they went for those who wrote them. */
export function countTagLessons(
  read: Reader,
  viewer: Viewer,
  tag: string,
): Promise<{ worked: Worked; total: number }[]> {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  return read
    .select({ worked: lessons.worked, total: count() })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(isOpenTo(read, viewer), hasTag(read, tag)))
    .groupBy(lessons.worked);
}

/** What became of the lessons with a tag that this viewer may see, the latest first: where, never who. */
export async function listTagTryOuts(read: Reader, viewer: Viewer, tag: string) {
  const { lessons, lessonPublications, lessonWithdrawals, tryOuts, tryOutResults, units, organisations } = read.tables;
  const rows = await read
    .select({
      lesson: { slug: lessons.slug, title: lessons.title, publishedAt: lessonPublications.publishedAt },
      place: sql<string | null>`coalesce(${units.name}, ${organisations.name})`,
      result: tryOutResults.result,
      answeredAt: tryOutResults.answeredAt,
      difference: tryOutResults.difference,
    })
    .from(tryOutResults)
    .innerJoin(tryOuts, eq(tryOuts.id, tryOutResults.tryOutId))
    .innerJoin(lessons, eq(lessons.id, tryOuts.lessonId))
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(units, eq(units.id, tryOuts.unitId))
    .leftJoin(organisations, eq(organisations.id, tryOuts.organisationId))
    .where(and(isOpenTo(read, viewer), hasTag(read, tag)))
    .orderBy(desc(tryOutResults.answeredAt), desc(tryOuts.id))
    .limit(MOST_SHOWN);
  return rows.map(({ place, ...row }) => ({ ...row, place: place ?? '' }));
}

export type TagTryOut = Awaited<ReturnType<typeof listTagTryOuts>>[number];

const hasTag = (read: Reader, tag: string) => hasIn(read, read.tables.lessonTags, eq(read.tables.lessonTags.tag, tag));
