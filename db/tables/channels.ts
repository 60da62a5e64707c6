import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

type People = ReturnType<typeof definePeople>;

/** Platforms, the channels on them, and what is known about each. */
export function defineChannels(
  { table, id, text, count, flag, moment, day, list, json, index, primaryKey }: ColumnKit,
  { people, units }: People,
) {
  const platforms = table('platforms', {
    key: text().primaryKey(),
    label: text().notNull(),
    kind: text({ enum: ['social', 'messaging', 'e-mail', 'web', 'audio', 'print', 'place', 'phone'] }).notNull(),
    /** Lower-case host names, without `www.`; `*.example.org` for any sub-domain, `*` for any host at all. */
    hosts: list().notNull(),
    /** How a path becomes a handle; read by `link-rules.ts`, in order. */
    patterns: json<PlatformPattern[]>().notNull(),
    /** First path segments that are never a handle. */
    stopWords: list().notNull(),
    needsUrl: flag().notNull(),
    retiredOn: day(),
    note: text().notNull().default(''),
    example: text().notNull().default(''),
  });

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
      index('channels_by_name').on(t.name, t.id),
      index('channels_by_unit').on(t.unitId),
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
      result: text({ enum: ['still-right', 'changed', 'close-it', 'cannot-reach-owner'] }).notNull(),
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
      changedById: id().references(() => people.id),
      changedAt: moment().notNull(),
    },
    (t) => [index('changes_by_channel').on(t.channelId, t.changedAt)],
  );

  return { platforms, channels, channelClosures, channelReviews, channelAccess, channelChanges };
}

/** One form of address on a platform; `link-rules.ts` tries them in order. */
export interface PlatformPattern {
  /**
   * A regular expression for all that follows the host, from end to end, with one `(?<handle>…)`: `/groups/(?<handle>[^/]+)`.
   * Case never matters. At a `*.` host the sub-domain comes first: `council/about` for `council.example.org/about`.
   */
  path: string;
  /** Only at this one of the platform's hosts. */
  host?: string;
  /** The one query parameter that is part of the address: with `id`, `path` sees `/profile.php?id=12`. */
  query?: string;
  /** What is there, in one word: account, page, group, person. */
  kind: string;
  /** The address to show, with `{handle}` (and `{host}`) in place. */
  url: string;
  /** What tells two places on this platform apart; `{handle}` unless two forms may name different places. */
  key?: string;
  /** Ids that tell capitals from small letters. */
  exactCase?: true;
  /** Characters that do not count in a handle. */
  ignores?: string;
  /** A sentence for the keeper who records such a link. */
  warning?: string;
}

/** What one save did to one field. */
export interface FieldChange {
  field: string;
  from: string;
  to: string;
}
