import { sql } from 'drizzle-orm';
import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';
import type { definePlatforms } from './platforms.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof definePlatforms>;

/** The channels, what is known about each, and what happened to it. */
export function defineChannels(
  { table, id, text, count, flag, moment, day, list, json, index, primaryKey }: ColumnKit,
  { people, units, platforms }: Neighbours,
) {
  const channels = table(
    'channels',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      name: text().notNull(),
      platformKey: text()
        .notNull()
        .references(() => platforms.key),
      /** As a person follows it; null for channels that are not on line. */
      url: text(),
      handle: text().notNull().default(''),
      /** The canonical link or handle from `link-rules.ts`: what `/verify` compares. Null when there is nothing to compare. */
      linkKey: text(),
      /** `linkKey` while the channel is open, else null: the unique key that keeps two open channels apart. */
      openLinkKey: text().unique(),
      platformId: text().notNull().default(''),
      place: text().notNull().default(''),
      /** ISO 639 codes. */
      languages: list().notNull(),
      accountKind: text({ enum: ['corporate', 'professional', 'personal', 'mixed'] }).notNull(),
      mode: text({ enum: ['conversation', 'broadcast'] }).notNull(),
      whoPosts: list().notNull(),
      contactsKeptIn: text().notNull().default(''),
      objective: text().notNull().default(''),
      objectiveKind: text().notNull().default(''),
      audience: text().notNull().default(''),
      measure: text().notNull().default(''),
      latestResult: text().notNull().default(''),
      latestResultOn: day(),
      unitId: id()
        .notNull()
        .references(() => units.id),
      ownerId: id().references(() => people.id),
      deputyId: id().references(() => people.id),
      teamMailbox: text().notNull().default(''),
      centralTeamHasAccess: flag(),
      centralAccessCheckedOn: day(),
      signInKeptIn: text({
        enum: ['password-manager', 'platform-roles', 'single-sign-on', 'sealed-envelope', 'unknown'],
      }).notNull(),
      signInPlace: text().notNull().default(''),
      recoveryIsShared: flag(),
      twoStepSignIn: text({ enum: ['on', 'off', 'not-offered', 'unknown'] }).notNull(),
      twoStepCheckedOn: day(),
      monitoredHours: text().notNull().default(''),
      responsePromise: text().notNull().default(''),
      outOfHours: text().notNull().default(''),
      outOfHoursPhone: text().notNull().default(''),
      notFor: text().notNull().default(''),
      emergencyUse: flag().notNull(),
      emergencyOrder: count(),
      /** How soon a message can be on it, at any hour. */
      postsWithinMinutes: count(),
      status: text({
        enum: ['requested', 'approved', 'open', 'paused', 'no-access', 'closing', 'closed', 'refused'],
      }).notNull(),
      openedOn: day(),
      lastReviewedOn: day(),
      reviewDueOn: day(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      tags: list().notNull(),
      notes: text().notNull().default(''),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [
      // Holds all that a list is narrowed by, so that walking and counting ten thousand never opens a row.
      index('channels_by_name').on(
        t.name,
        t.id,
        t.status,
        t.circle,
        t.unitId,
        t.platformKey,
        t.reviewDueOn,
        t.ownerId,
        t.deputyId,
        t.languages,
      ),
      // Answers "who runs what" by itself.
      index('channels_by_unit').on(t.unitId, t.status, t.circle, t.reviewDueOn),
      index('channels_by_platform').on(t.platformKey),
      index('channels_by_link').on(t.linkKey),
      index('channels_by_handle').on(t.handle),
      index('channels_by_owner').on(t.ownerId),
      index('channels_by_deputy').on(t.deputyId),
      index('channels_by_review').on(t.reviewDueOn),
    ],
  );

  const channelClosures = table('channel_closures', {
    channelId: id()
      .primaryKey()
      .references(() => channels.id),
    closedOn: day().notNull(),
    why: text({
      enum: ['merged', 'no-owner', 'no-audience', 'platform-gone', 'campaign-over', 'lost-access', 'other'],
    }).notNull(),
    goInsteadId: id().references(() => channels.id),
    handleFate: text({ enum: ['kept-parked', 'deleted', 'released', 'unknown'] }).notNull(),
    closedById: id().references(() => people.id),
  });

  const channelReviews = table(
    'channel_reviews',
    {
      id: id().primaryKey(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      result: text({ enum: ['still-right', 'changed', 'close-it', 'cannot-reach-owner', 'not-mine'] }).notNull(),
      notes: text().notNull().default(''),
      reviewedById: id().references(() => people.id),
      reviewedOn: day().notNull(),
    },
    (t) => [index('reviews_by_channel').on(t.channelId, t.reviewedOn)],
  );

  const channelAccess = table(
    'channel_access',
    {
      channelId: id()
        .notNull()
        .references(() => channels.id),
      personId: id()
        .notNull()
        .references(() => people.id),
      level: text({ enum: ['admin', 'editor', 'scheduler', 'viewer'] }).notNull(),
      since: day(),
      until: day(),
    },
    (t) => [primaryKey({ columns: [t.channelId, t.personId] }), index('access_by_person').on(t.personId)],
  );

  /** Every change, who made it and when: the trail stays on the channel. */
  const channelChanges = table(
    'channel_changes',
    {
      id: id().primaryKey(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      changes: json<FieldChange[]>().notNull(),
      /** What everybody is told of it, if anything. */
      news: text({ enum: ['opened', 'moved', 'closed'] }),
      changedById: id().references(() => people.id),
      changedAt: moment().notNull(),
      /** The entry that this one puts back. */
      undoesId: id(),
      /** The correction that it takes over. */
      correctionId: id(),
    },
    (t) => [
      index('changes_by_channel').on(t.channelId, t.changedAt),
      // What is told, in the order in which it is told: the latest two hundred of ten thousand.
      index('news_by_time').on(t.changedAt, t.id).where(sql`news is not null`),
    ],
  );

  return { channels, channelClosures, channelReviews, channelAccess, channelChanges };
}

/** What one save did to one field. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
  /** Whose access it was. */
  personId?: string;
}
