import type { ColumnKit } from '../columns.ts';
import type { defineMeetups } from './meetups.ts';
import type { definePeople } from './people.ts';
import type { defineSeries } from './series.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineSeries> & ReturnType<typeof defineMeetups>;

/** What people offer to talk about, what others say for it, and what was said. */
export function defineTopics(
  { table, id, text, count, flag, moment, index, primaryKey, unique }: ColumnKit,
  { people, series, meetups }: Neighbours,
) {
  const topics = table(
    'topics',
    {
      id: id().primaryKey(),
      /** The series whose list it is on; null when it was typed in for one meetup. */
      seriesId: id().references(() => series.id),
      /** The meetup it was chosen for; null while it waits on the list. */
      meetupId: id().references(() => meetups.id),
      /** 1 to 3: its place in the running order; null while it waits. */
      position: count(),
      title: text().notNull(),
      question: text().notNull().default(''),
      /** Null for one that a host typed in. */
      kind: text({ enum: ['it-worked', 'it-did-not', 'help-me', 'try-together'] }),
      minutes: count().notNull().default(30),
      leadId: id().references(() => people.id),
      /** Who starts it, when that person is not in the list of people. */
      leadName: text().notNull().default(''),
      noteTakerId: id().references(() => people.id),
      noteTakerName: text().notNull().default(''),
      offeredById: id().references(() => people.id),
      /** Who offered it, when that person is not in the list of people. */
      offeredByName: text().notNull().default(''),
      /** Whoever offered it had not come and not offered before. */
      isFromNewcomer: flag().notNull().default(false),
      /** Of somebody who offered it without signing in. Lower case. */
      email: text(),
      /** An unconfirmed offer is forgotten at this moment; null once confirmed. */
      heldUntil: moment(),
      route: text({ enum: ['web', 'phone', 'counter', 'paper', 'text', 'on-behalf'] })
        .notNull()
        .default('web'),
      enteredById: id().references(() => people.id),
      /** Null for one that a host typed in. */
      offeredAt: moment(),
    },
    (t) => [
      unique('topic_position_once').on(t.meetupId, t.position),
      index('topics_by_series').on(t.seriesId, t.meetupId),
      index('topics_by_offerer').on(t.offeredById),
    ],
  );

  /** The links in letters about a topic that was offered without signing in. */
  const topicLinks = table('topic_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    topicId: id()
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
  });

  const topicWithdrawals = table('topic_withdrawals', {
    topicId: id()
      .primaryKey()
      .references(() => topics.id),
    /** Why others took it off, for everyone to read; empty when whoever offered it took it back. */
    reason: text().notNull(),
    withdrawnById: id().references(() => people.id),
    withdrawnAt: moment().notNull(),
  });

  const topicVotes = table(
    'topic_votes',
    {
      topicId: id()
        .notNull()
        .references(() => topics.id),
      personId: id()
        .notNull()
        .references(() => people.id),
      route: text({ enum: ['web', 'phone', 'counter', 'paper', 'text', 'on-behalf'] }).notNull(),
      enteredById: id().references(() => people.id),
      votedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.topicId, t.personId] }), index('topic_votes_by_person').on(t.personId)],
  );

  /** What was said, in three boxes to a topic. A box is changed by naming the version it was read at. */
  const topicNotes = table(
    'topic_notes',
    {
      topicId: id()
        .notNull()
        .references(() => topics.id),
      box: text({ enum: ['tried', 'learned', 'next'] }).notNull(),
      words: text().notNull(),
      version: count().notNull(),
      savedById: id().references(() => people.id),
      savedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.topicId, t.box] })],
  );

  /** A host read the notes of a meetup: from then on its whole circle may, and only hosts change them. */
  const notePublications = table('note_publications', {
    meetupId: id()
      .primaryKey()
      .references(() => meetups.id),
    publishedById: id().references(() => people.id),
    publishedAt: moment().notNull(),
  });

  return { topics, topicLinks, topicWithdrawals, topicVotes, topicNotes, notePublications };
}
