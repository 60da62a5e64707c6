import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';

/** Where a lesson comes from, when it was first told elsewhere. */
export function defineLessonOrigins(
  { table, id, text, list, moment }: ColumnKit,
  { lessons }: ReturnType<typeof defineLessons>,
) {
  const lessonOrigins = table('lesson_origins', {
    lessonId: id()
      .primaryKey()
      .references(() => lessons.id, { onDelete: 'cascade' }),
    /** Whom to credit: a site, a book, a colleague elsewhere. */
    name: text().notNull(),
    url: text(),
    /** What an import knows it by, so that nothing is imported twice; null for a credit that somebody typed. */
    key: text().unique(),
    /** The file or entry as it came; empty for a typed credit. */
    original: text().notNull().default(''),
    /** What the import could not keep, a sentence each. */
    remarks: list().notNull(),
    importedAt: moment(),
  });

  return { lessonOrigins };
}
