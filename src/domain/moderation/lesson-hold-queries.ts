import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { findRunningPeriod } from './period-queries.ts';

/** Since when a lesson that is not published waits; undefined when it does not. */
export async function findLessonHold(read: Reader | Writer, lessonId: string) {
  const [held] = await selectHeld(read).where(and(isWaiting(read), eq(read.tables.lessonHolds.lessonId, lessonId)));
  return held;
}

/** The same with the period it waits for: none for the seconds until it appears. */
export async function findLessonWait(read: Reader, lessonId: string, now: Date) {
  const hold = await findLessonHold(read, lessonId);
  return hold && { heldAt: hold.heldAt, period: await findRunningPeriod(read, now) };
}

/** The lessons that wait, in the order in which they came. */
export const listHeldLessons = (read: Reader | Writer, most: number) =>
  selectHeld(read)
    .where(isWaiting(read))
    .orderBy(asc(read.tables.lessonHolds.heldAt), asc(read.tables.lessonHolds.lessonId))
    .limit(most);

export async function countHeldLessons(read: Reader | Writer): Promise<number> {
  const { lessonHolds, lessonPublications } = read.tables;
  const [counted] = await read
    .select({ total: count() })
    .from(lessonHolds)
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessonHolds.lessonId))
    .where(isWaiting(read));
  return counted?.total ?? 0;
}

function selectHeld(read: Reader | Writer) {
  const { lessonHolds, lessonPublications, lessons, people } = read.tables;
  return read
    .select({
      lessonId: lessonHolds.lessonId,
      heldAt: lessonHolds.heldAt,
      title: lessons.title,
      slug: lessons.slug,
      circle: lessons.circle,
      by: { id: people.id, name: people.name, email: people.email },
    })
    .from(lessonHolds)
    .innerJoin(lessons, eq(lessons.id, lessonHolds.lessonId))
    .innerJoin(people, eq(people.id, lessonHolds.heldById))
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessonHolds.lessonId))
    .$dynamic();
}

const isWaiting = ({ tables }: Reader | Writer) => isNull(tables.lessonPublications.lessonId);
