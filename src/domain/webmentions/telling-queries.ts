import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import { STRANGER } from '../people/viewer.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * The lesson whose links have waited longest to be read. What waited for more than a week is past: nobody is told of the
 * lessons of years on the day on which that is switched on.
 */
export async function findDueTelling(read: Reader, now: Date) {
  const { lessonTellings } = read.tables;
  const isDue = and(lte(lessonTellings.dueAt, now), gt(lessonTellings.dueAt, new Date(now.getTime() - WEEK_MS)));
  const [due] = await read.select().from(lessonTellings).where(isDue).orderBy(asc(lessonTellings.dueAt)).limit(1);
  return due;
}

/** The HTML of a lesson that everybody may read and that was written here; undefined for any other. */
export async function findOpenHtml(read: Reader, lessonId: string): Promise<string | undefined> {
  const { lessons, lessonPublications, lessonWithdrawals, lessonOrigins } = read.tables;
  const { wantedHtml, happenedHtml, whyHtml, nextTimeHtml } = lessons;
  const [found] = await read
    .select({ wantedHtml, happenedHtml, whyHtml, nextTimeHtml })
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(lessonOrigins, eq(lessonOrigins.lessonId, lessons.id))
    .where(and(eq(lessons.id, lessonId), isOpenTo(read, STRANGER), isNull(lessonOrigins.importedAt)));
  return found && Object.values(found).join('\n');
}

/** The page elsewhere that has waited longest to be told, with the slug of the lesson that speaks of it. */
export async function findDueSending(read: Reader, now: Date) {
  const { sentWebmentions, lessons } = read.tables;
  const [due] = await read
    .select({ sending: sentWebmentions, slug: lessons.slug })
    .from(sentWebmentions)
    .innerJoin(lessons, eq(lessons.id, sentWebmentions.lessonId))
    .where(lte(sentWebmentions.dueAt, now))
    .orderBy(asc(sentWebmentions.dueAt), asc(sentWebmentions.target))
    .limit(1);
  return due;
}

/** Which pages elsewhere were told of a lesson, and what came of it. For whoever may edit it: ask `findLesson` before. */
export function listSendings(read: Reader, lessonId: string) {
  const { sentWebmentions } = read.tables;
  return read
    .select()
    .from(sentWebmentions)
    .where(eq(sentWebmentions.lessonId, lessonId))
    .orderBy(asc(sentWebmentions.target));
}
