import type { ColumnKit } from '../columns.ts';
import type { defineComments } from './comments.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> &
  ReturnType<typeof defineLessons> &
  ReturnType<typeof defineComments>;

/** When words from outside the staff wait before an election, and what people found wrong with comments and came of it. */
export function defineModeration(
  { table, id, text, day, moment, index }: ColumnKit,
  { people, lessons, comments }: Neighbours,
) {
  const electionPeriods = table(
    'election_periods',
    {
      id: id().primaryKey(),
      /** The first and the last day, by the clock on the wall in `zone`. */
      startsOn: day().notNull(),
      endsOn: day().notNull(),
      zone: text().notNull(),
      startsAt: moment().notNull(),
      /** The first moment after it, or when somebody ended it early. */
      endsAt: moment().notNull(),
      /** What is elected, inside a sentence: "the council election on 6 May". */
      reason: text().notNull(),
      setById: id().references(() => people.id),
      setAt: moment().notNull(),
      endedById: id().references(() => people.id),
      endedAt: moment(),
      /** When the staff were told what it means for them. */
      toldAt: moment(),
    },
    (t) => [index('election_periods_by_end').on(t.endsAt)],
  );

  /** A lesson that waits for the end of such a period; once it is published its row is history. */
  const lessonHolds = table(
    'lesson_holds',
    {
      lessonId: id()
        .primaryKey()
        .references(() => lessons.id),
      heldAt: moment().notNull(),
      heldById: id()
        .notNull()
        .references(() => people.id),
    },
    (t) => [index('lesson_holds_by_time').on(t.heldAt, t.lessonId)],
  );

  /** Somebody thinks that a comment breaks the house rules. All that are open about one are decided together. */
  const commentReports = table(
    'comment_reports',
    {
      id: id().primaryKey(),
      commentId: id()
        .notNull()
        .references(() => comments.id),
      /** Why, in the words of whoever reported it. */
      words: text().notNull(),
      /** Where to write what came of it; null for somebody who left no address. */
      answerTo: text(),
      reportedById: id().references(() => people.id),
      reportedAt: moment().notNull(),
      endedAt: moment(),
      endedAs: text({ enum: ['kept', 'removed'] }),
      endedById: id().references(() => people.id),
    },
    (t) => [
      index('comment_reports_by_comment').on(t.commentId, t.endedAt),
      index('comment_reports_by_end').on(t.endedAt, t.reportedAt),
    ],
  );

  /** What whoever wrote removed words says against it: once a comment. */
  const commentAppeals = table(
    'comment_appeals',
    {
      commentId: id()
        .primaryKey()
        .references(() => comments.id),
      words: text().notNull(),
      appealedAt: moment().notNull(),
      outcome: text({ enum: ['upheld', 'restored'] }),
      answer: text().notNull().default(''),
      decidedAt: moment(),
      decidedById: id().references(() => people.id),
    },
    (t) => [index('comment_appeals_by_decision').on(t.decidedAt, t.appealedAt)],
  );

  /** The links by which authors appeal, with or without an account. */
  const appealLinks = table('appeal_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    commentId: id()
      .notNull()
      .references(() => comments.id),
  });

  /** Every decision about words, for ever: what the public log is made of. */
  const moderationEntries = table(
    'moderation_entries',
    {
      id: id().primaryKey(),
      commentId: id()
        .notNull()
        .references(() => comments.id),
      kind: text({ enum: ['kept', 'removed', 'kept-back', 'upheld', 'restored'] }).notNull(),
      /** The key of a house rule; empty when none was broken. */
      rule: text().notNull().default(''),
      reason: text().notNull().default(''),
      byId: id().references(() => people.id),
      at: moment().notNull(),
    },
    (t) => [index('moderation_entries_by_time').on(t.at, t.id), index('moderation_entries_by_comment').on(t.commentId)],
  );

  return { electionPeriods, lessonHolds, commentReports, commentAppeals, appealLinks, moderationEntries };
}
