import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { defineMeetups } from './meetups.ts';
import type { definePeople } from './people.ts';
import type { defineTopics } from './topics.ts';

type Neighbours = ReturnType<typeof definePeople> &
  ReturnType<typeof defineMeetups> &
  ReturnType<typeof defineTopics> &
  ReturnType<typeof defineChannels>;

/** The words of a lesson, as one revision keeps them. */
export interface LessonText {
  title: string;
  tryThis: string;
  wanted: string;
  happened: string;
  why: string;
  nextTime: string;
}

/** Lessons, who wrote them, what they are about, and their states. */
export function defineLessons(
  { table, id, text, count, moment, json, index, primaryKey }: ColumnKit,
  { people, units, meetups, topics, channels }: Neighbours,
) {
  const lessons = table(
    'lessons',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      title: text().notNull(),
      tryThis: text().notNull().default(''),
      wanted: text().notNull().default(''),
      wantedHtml: text().notNull().default(''),
      happened: text().notNull(),
      happenedHtml: text().notNull(),
      why: text().notNull().default(''),
      whyHtml: text().notNull().default(''),
      nextTime: text().notNull(),
      nextTimeHtml: text().notNull(),
      rendererVersion: count().notNull(),
      worked: text({ enum: ['yes', 'partly', 'no', 'too-early', 'not-said'] }).notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      meetupId: id().references(() => meetups.id),
      /** The topic whose notes it was made from: one lesson to a topic. */
      topicId: id()
        .unique()
        .references(() => topics.id),
      createdById: id()
        .notNull()
        .references(() => people.id),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [
      index('lessons_by_meetup').on(t.meetupId),
      index('lessons_by_creator').on(t.createdById),
      // What counts need to know: the rows themselves are long.
      index('lessons_in_brief').on(t.id, t.circle, t.worked),
    ],
  );

  const lessonPublications = table(
    'lesson_publications',
    {
      lessonId: id()
        .primaryKey()
        .references(() => lessons.id),
      publishedAt: moment().notNull(),
      publishedById: id().references(() => people.id),
    },
    (t) => [index('lessons_by_publication').on(t.publishedAt, t.lessonId)],
  );

  const lessonWithdrawals = table('lesson_withdrawals', {
    lessonId: id()
      .primaryKey()
      .references(() => lessons.id),
    reason: text().notNull(),
    withdrawnAt: moment().notNull(),
    withdrawnById: id().references(() => people.id),
  });

  const lessonAuthors = table(
    'lesson_authors',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      position: count().notNull(),
      personId: id().references(() => people.id),
      /** A guest's name and organisation, when the author is not in the list of people. */
      guestName: text().notNull().default(''),
      /** What a person wrote it as: the name stays as it was then. */
      hatKind: text({ enum: ['unit', 'organisation', 'channel'] }),
      hatId: id(),
      hatName: text().notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.position] }), index('lessons_by_author').on(t.personId)],
  );

  const lessonUnits = table(
    'lesson_units',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      unitId: id()
        .notNull()
        .references(() => units.id),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.unitId] }), index('lessons_by_unit').on(t.unitId)],
  );

  const lessonTags = table(
    'lesson_tags',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      /** Lower case, hyphens for spaces. */
      tag: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.tag] }), index('lessons_by_tag').on(t.tag)],
  );

  const lessonChannels = table(
    'lesson_channels',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      channelId: id()
        .notNull()
        .references(() => channels.id),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.channelId] }), index('lessons_by_channel').on(t.channelId)],
  );

  const lessonRevisions = table(
    'lesson_revisions',
    {
      lessonId: id()
        .notNull()
        .references(() => lessons.id),
      /** 1 for the first text, then counting up. */
      number: count().notNull(),
      words: json<LessonText>().notNull(),
      savedAt: moment().notNull(),
      savedById: id().references(() => people.id),
      /** When the typing began that a draft saved by itself; null for a text that somebody saved. */
      typedSince: moment(),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.number] })],
  );

  return {
    lessons,
    lessonPublications,
    lessonWithdrawals,
    lessonAuthors,
    lessonUnits,
    lessonTags,
    lessonChannels,
    lessonRevisions,
  };
}
