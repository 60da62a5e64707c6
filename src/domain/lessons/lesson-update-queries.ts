import { asc, desc } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { keepQuery } from '#db/kept-query.ts';

const MOST_TOLD = 300;

/** What the authors of some lessons said that they changed, newest first. For whoever may read the lessons. */
export const listUpdates = (read: Reader, lessonIds: readonly string[]) => updatesOf(read, { lessonIds });

const updatesOf = keepQuery((read: Reader) => {
  const { lessonUpdates } = read.tables;
  return read
    .select({ lessonId: lessonUpdates.lessonId, said: lessonUpdates.said, saidAt: lessonUpdates.saidAt })
    .from(lessonUpdates)
    .where(read.isAmong(lessonUpdates.lessonId, 'lessonIds'))
    .orderBy(asc(lessonUpdates.lessonId), desc(lessonUpdates.revision))
    .limit(MOST_TOLD);
});
