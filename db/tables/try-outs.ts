import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineLessons>;

/** What became of lessons: who tries them, how that went, and how they stand for it. */
export function defineTryOuts(
  { table, id, text, count, day, moment, index }: ColumnKit,
  { people, units, organisations, lessons }: Neighbours,
) {
  const tryOuts = table(
    'try_outs',
    {
      id: id().primaryKey(),
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      personId: id()
        .notNull()
        .references(() => people.id),
      /** Where they tried it: theirs when they said so. */
      unitId: id().references(() => units.id),
      organisationId: id().references(() => organisations.id),
      saidAt: moment().notNull(),
      /** When we ask how it went. */
      askOn: day().notNull(),
      /** How often we have asked. */
      asked: count().notNull(),
      /** Lesson and person while there is no result, else null: the unique key that keeps one try-out at a time. */
      openKey: text().unique(),
    },
    (t) => [index('try_outs_by_lesson').on(t.lessonId), index('try_outs_by_person').on(t.personId)],
  );

  const tryOutResults = table('try_out_results', {
    tryOutId: id()
      .primaryKey()
      .references(() => tryOuts.id),
    result: text({ enum: ['worked', 'partly', 'did-not'] }).notNull(),
    /** One line: what was different here. */
    difference: text().notNull(),
    answeredAt: moment().notNull(),
  });

  const tryOutLinks = table('try_out_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    tryOutId: id()
      .notNull()
      .references(() => tryOuts.id, { onDelete: 'cascade' }),
  });

  /** An author's word that a lesson is still true. */
  const lessonConfirmations = table(
    'lesson_confirmations',
    {
      id: id().primaryKey(),
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      confirmedById: id().references(() => people.id),
      confirmedAt: moment().notNull(),
    },
    (t) => [index('confirmations_by_lesson').on(t.lessonId)],
  );

  /** How a published lesson stands, by `standing-rules.ts`: kept beside it, so that lists need not count. */
  const lessonStandings = table(
    'lesson_standings',
    {
      lessonId: id()
        .primaryKey()
        .references(() => lessons.id),
      standing: count().notNull(),
      teams: count().notNull(),
      /** Units and partner organisations that tried it. */
      places: count().notNull(),
      worked: count().notNull(),
      partly: count().notNull(),
      didNot: count().notNull(),
      triedAt: moment(),
      /** When it was last published, tried or confirmed. */
      freshAt: moment().notNull(),
      /** When its authors were last asked whether it is still true. */
      authorsAskedAt: moment(),
    },
    (t) => [index('lessons_by_standing').on(t.standing, t.lessonId), index('lessons_by_freshness').on(t.freshAt)],
  );

  return { tryOuts, tryOutResults, tryOutLinks, lessonConfirmations, lessonStandings };
}
