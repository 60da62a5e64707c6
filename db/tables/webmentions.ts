import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineLessons>;

/** What other sites say of our pages, and whom we told what our lessons say of theirs (W3C Webmention). */
export function defineWebmentions(
  { table, id, text, count, flag, moment, index, unique, primaryKey }: ColumnKit,
  { people, lessons }: Neighbours,
) {
  const webmentions = table(
    'webmentions',
    {
      id: id().primaryKey(),
      /** The page that speaks of ours. */
      source: text().notNull(),
      host: text().notNull(),
      subjectKind: text({ enum: ['lesson', 'meetup', 'channel'] }).notNull(),
      subjectId: id().notNull(),
      /** When we were told of it last. */
      sentAt: moment().notNull(),
      /** When to look at it; null when there is nothing to look for. */
      dueAt: moment(),
      attempts: count().notNull().default(0),
      /** What was found; null while nobody has looked. */
      outcome: text({ enum: ['linked', 'not-linked', 'gone', 'not-reached'] }),
      detail: text().notNull().default(''),
      title: text().notNull().default(''),
      author: text().notNull().default(''),
      excerpt: text().notNull().default(''),
      /** Since when its words have been these; null when there are none. */
      changedAt: moment(),
    },
    (t) => [
      unique('one_webmention_per_page').on(t.source, t.subjectKind, t.subjectId),
      index('webmentions_by_subject').on(t.subjectKind, t.subjectId),
      index('webmentions_by_due').on(t.dueAt),
      index('webmentions_by_host').on(t.host),
    ],
  );

  /** What a moderator said of the words as they were then. */
  const webmentionDecisions = table('webmention_decisions', {
    webmentionId: id()
      .primaryKey()
      .references(() => webmentions.id, { onDelete: 'cascade' }),
    kind: text({ enum: ['shown', 'refused'] }).notNull(),
    /** Null when it followed from what was said of its whole site. */
    decidedById: id().references(() => people.id),
    decidedAt: moment().notNull(),
  });

  const webmentionHosts = table('webmention_hosts', {
    host: text().primaryKey(),
    kind: text({ enum: ['shown', 'refused'] }).notNull(),
    decidedById: id().references(() => people.id),
    decidedAt: moment().notNull(),
  });

  /** Lessons whose links are to be told of, or were. */
  const lessonTellings = table(
    'lesson_tellings',
    {
      lessonId: id()
        .primaryKey()
        .references(() => lessons.id, { onDelete: 'cascade' }),
      /** Since when its links have waited to be read; null when they were. */
      dueAt: moment(),
    },
    (t) => [index('lesson_tellings_by_due').on(t.dueAt)],
  );

  const sentWebmentions = table(
    'sent_webmentions',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id, { onDelete: 'cascade' }),
      /** The page that the lesson speaks of. */
      target: text().notNull(),
      /** Whether the lesson, as everybody reads it, still does. */
      isLinked: flag().notNull(),
      dueAt: moment(),
      attempts: count().notNull().default(0),
      /** What came of it last; null while nobody was asked. */
      outcome: text({ enum: ['told', 'no-endpoint', 'not-taken', 'not-reached'] }),
      detail: text().notNull().default(''),
      askedAt: moment(),
      /** When its site took it first: it hears of changes too. */
      toldAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.target] }), index('sent_webmentions_by_due').on(t.dueAt)],
  );

  return { webmentions, webmentionDecisions, webmentionHosts, lessonTellings, sentWebmentions };
}
