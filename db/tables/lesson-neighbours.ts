import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';

/** What stands near a lesson: worked out when it is saved, so that its page only reads it. */
export function defineLessonNeighbours(
  { table, id, text, count, moment, index, primaryKey }: ColumnKit,
  { lessons }: ReturnType<typeof defineLessons>,
) {
  const lessonId = () =>
    id()
      .notNull()
      .references(() => lessons.id, { onDelete: 'cascade' });

  /** Lessons that are alike, by `likeness-rules.ts`: what each may show of the other. */
  const relatedLessons = table(
    'related_lessons',
    {
      lessonId: lessonId(),
      otherId: lessonId(),
      likeness: count().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.lessonId, t.otherId] }),
      index('related_by_likeness').on(t.lessonId, t.likeness),
      index('related_by_other').on(t.otherId),
    ],
  );

  /** The lessons whose relatives were worked out, and by which version of the rules. */
  const lessonReckonings = table('lesson_reckonings', {
    lessonId: lessonId().primaryKey(),
    version: count().notNull(),
    reckonedAt: moment().notNull(),
  });

  /** Pages of this site that the words of a lesson link to. */
  const lessonMentions = table(
    'lesson_mentions',
    {
      lessonId: lessonId(),
      /** Such as `/lessons/one-question`. */
      path: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.path] }), index('mentions_by_path').on(t.path)],
  );

  return { relatedLessons, lessonReckonings, lessonMentions };
}
