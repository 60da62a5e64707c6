import { and, desc, eq, exists, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import type { Viewer } from '../people/viewer.ts';

/**
 * What a list shows of lessons that are published; `where` must hold `isOpenTo`. SQLite takes a cross join in the order
 * it is written: newest first along the index, instead of every lesson and then sorting.
 */
export function selectPublished(read: Reader) {
  const { lessons, lessonPublications, lessonWithdrawals, lessonStandings } = read.tables;
  return read
    .select(listedColumns(read))
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(lessonStandings, eq(lessonStandings.lessonId, lessons.id));
}

/** The same along the other index: what stands highest first. */
export function selectByStanding(read: Reader) {
  const { lessons, lessonPublications, lessonWithdrawals, lessonStandings } = read.tables;
  return read
    .select(listedColumns(read))
    .from(lessonStandings)
    .crossJoin(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessonStandings.lessonId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id));
}

function listedColumns({ tables: { lessons, lessonPublications, lessonStandings } }: Reader) {
  const { id, slug, title, tryThis, worked, circle, topicId } = lessons;
  const { teams, places, worked: workedFor, partly, didNot, triedAt, freshAt } = lessonStandings;
  const tried = { teams, places, worked: workedFor, partly, didNot, triedAt, freshAt };
  return { id, slug, title, tryThis, worked, circle, topicId, publishedAt: lessonPublications.publishedAt, tried };
}

/** Published and not withdrawn, and in a circle of the viewer. */
export const isOpenTo = (read: Reader, viewer: Pick<Viewer, 'circles'>): SQL | undefined =>
  isOpen(read, inArray(read.tables.lessons.circle, [...viewer.circles]));

/** `isOpenTo` in a kept query, which is given the viewer's `circles`. */
export const isOpenToCircles = (read: Reader): SQL | undefined =>
  isOpen(read, read.isAmong(read.tables.lessons.circle, 'circles'));

const isOpen = ({ tables: { lessons, lessonPublications, lessonWithdrawals } }: Reader, isSeen: SQL) =>
  and(eq(lessons.id, lessonPublications.lessonId), isSeen, isNull(lessonWithdrawals.lessonId));

export const highestFirst = ({ tables: { lessonStandings } }: Reader) => [
  desc(lessonStandings.standing),
  desc(lessonStandings.lessonId),
];

export const newestFirst = ({ tables }: Reader) => [
  desc(tables.lessonPublications.publishedAt),
  desc(tables.lessonPublications.lessonId),
];

/** Whether a lesson of the outer query has a row in one of the tables around it. */
export const hasIn = (read: Reader, around: AroundLesson, which: SQL): SQL =>
  exists(
    read
      .select({ id: around.lessonId })
      .from(around)
      .where(and(eq(around.lessonId, read.tables.lessons.id), which)),
  );

/** Whether a published lesson that is open to this viewer has a row in one of the tables around it. */
export function someOpenLessonIn(read: Reader, viewer: Viewer, around: AroundLesson, which: SQL): SQL {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  return exists(
    read
      .select({ id: around.lessonId })
      .from(around)
      .innerJoin(lessons, eq(lessons.id, around.lessonId))
      .innerJoin(lessonPublications, eq(lessonPublications.lessonId, around.lessonId))
      .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, around.lessonId))
      .where(and(which, isOpenTo(read, viewer))),
  );
}

type AroundLesson = Tables['lessonUnits'] | Tables['lessonTags'] | Tables['lessonChannels'] | Tables['lessonAuthors'];
