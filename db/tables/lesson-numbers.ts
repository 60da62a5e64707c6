import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';

/** The numbers that lessons have on paper. */
export function defineLessonNumbers({ table, id, count }: ColumnKit, { lessons }: ReturnType<typeof defineLessons>) {
  const lessonNumbers = table('lesson_numbers', {
    lessonId: id()
      .primaryKey()
      .references(() => lessons.id),
    /** Counts up from 1 as lessons are published: the short address, `/l/17`. */
    number: count().notNull().unique(),
  });

  return { lessonNumbers };
}
