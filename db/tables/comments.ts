import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

/** What people say under lessons, meetups and channels, and what became of it. */
export function defineComments(
  { table, id, text, count, moment, index, primaryKey }: ColumnKit,
  { people }: ReturnType<typeof definePeople>,
) {
  const comments = table(
    'comments',
    {
      id: id().primaryKey(),
      subjectKind: text({ enum: ['lesson', 'meetup', 'channel'] }).notNull(),
      subjectId: id().notNull(),
      /** A comment of the first level, or null for one that is of the first level itself. */
      replyToId: id(),
      /** Null for somebody without an account: then their name and, for nobody's eyes, their address in lower case. */
      personId: id().references(() => people.id),
      guestName: text().notNull().default(''),
      guestEmail: text().notNull().default(''),
      /** For whom somebody spoke, and what that was called then; null for themselves. */
      hatKind: text({ enum: ['unit', 'organisation', 'channel'] }),
      hatId: id(),
      hatName: text().notNull().default(''),
      words: text().notNull(),
      html: text().notNull(),
      rendererVersion: count().notNull(),
      saidAt: moment().notNull(),
      editedAt: moment(),
    },
    (t) => [
      index('comments_by_subject').on(t.subjectId, t.saidAt),
      index('comments_by_person').on(t.personId),
      index('comments_by_guest').on(t.guestEmail),
    ],
  );

  const ofComment = () =>
    id()
      .primaryKey()
      .references(() => comments.id, { onDelete: 'cascade' });

  /** Nobody else reads it before there is a release. */
  const commentHolds = table('comment_holds', {
    commentId: ofComment(),
    why: text({ enum: ['unconfirmed', 'spam', 'first-time', 'pre-election'] }).notNull(),
    heldAt: moment().notNull(),
  });

  const commentReleases = table('comment_releases', {
    commentId: ofComment(),
    /** Null when nobody had to look: the address was confirmed, or a time was over. */
    releasedById: id().references(() => people.id),
    releasedAt: moment().notNull(),
  });

  /** A moderator took it away; its reason stands in its place. */
  const commentRemovals = table('comment_removals', {
    commentId: ofComment(),
    /** The key of the house rule it broke. */
    rule: text().notNull().default(''),
    reason: text().notNull(),
    removedById: id().references(() => people.id),
    removedAt: moment().notNull(),
  });

  /** Whoever wrote it took it back. */
  const commentWithdrawals = table('comment_withdrawals', {
    commentId: ofComment(),
    withdrawnAt: moment().notNull(),
  });

  /** Those whom it concerns were written to. */
  const commentTellings = table('comment_tellings', {
    commentId: ofComment(),
    toldAt: moment().notNull(),
  });

  const commentMentions = table(
    'comment_mentions',
    {
      commentId: id()
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      personId: id()
        .notNull()
        .references(() => people.id),
    },
    (t) => [primaryKey({ columns: [t.commentId, t.personId] }), index('comment_mentions_by_person').on(t.personId)],
  );

  /** The link by which an address is confirmed. */
  const commentLinks = table('comment_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    commentId: id()
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
  });

  return {
    comments,
    commentHolds,
    commentReleases,
    commentRemovals,
    commentWithdrawals,
    commentTellings,
    commentMentions,
    commentLinks,
  };
}
