import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

/** Who follows what, how they want to hear of it, and what each of them has been told. */
export function defineFollows(
  { table, id, text, count, moment, index, primaryKey, unique }: ColumnKit,
  { people }: ReturnType<typeof definePeople>,
) {
  /** Who wants to hear of something, with an account or without. */
  const follows = table(
    'follows',
    {
      id: id().primaryKey(),
      kind: text({ enum: ['series', 'tag', 'unit', 'person', 'channel', 'thread'] }).notNull(),
      /** The id of it; a tag stands for itself, and a thread for the lesson, meetup or channel it is under. */
      subjectId: id().notNull(),
      /** Lower case. */
      email: text().notNull(),
      name: text().notNull(),
      personId: id().references(() => people.id),
      /** Of a series: how many to count in for every date; null to be told only. */
      countsIn: count(),
      hears: text({ enum: ['at-once', 'digest', 'not-at-all'] })
        .notNull()
        .default('at-once'),
      /** Until the address is confirmed it is told nothing, and forgotten at this moment; null once confirmed. */
      heldUntil: moment(),
      followedAt: moment().notNull(),
    },
    (t) => [
      unique('one_follow_per_address').on(t.kind, t.subjectId, t.email),
      index('follows_by_person').on(t.personId),
      index('follows_by_address').on(t.email),
    ],
  );

  /** The links in letters about following: each letter has its own. */
  const followLinks = table(
    'follow_links',
    {
      /** SHA-256 of the token in the letter. */
      id: id().primaryKey(),
      followId: id()
        .notNull()
        .references(() => follows.id, { onDelete: 'cascade' }),
    },
    (t) => [index('follow_links_by_follow').on(t.followId)],
  );

  /** The digest of an address: how often it comes, and when. */
  const digests = table(
    'digests',
    {
      /** Lower case. */
      email: text().primaryKey(),
      rhythm: text({ enum: ['weekly', 'monthly'] }).notNull(),
      /** From 1, Monday, to 7 (ISO 8601). A monthly one comes on the first such day of the month. */
      weekday: count().notNull(),
      /** From 0 to 23, by the clock on the wall in the site's zone. */
      hour: count().notNull(),
      dueAt: moment().notNull(),
    },
    (t) => [index('digests_by_due').on(t.dueAt)],
  );

  /** What an address has been told, at once or in a digest: nothing is told it twice. */
  const tellings = table(
    'tellings',
    {
      /** Lower case. */
      email: text().notNull(),
      kind: text({ enum: ['lesson', 'result', 'meetup', 'comment', 'channel'] }).notNull(),
      subjectId: id().notNull(),
      toldAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.email, t.kind, t.subjectId] })],
  );

  return { follows, followLinks, digests, tellings };
}
