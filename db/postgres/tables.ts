import type { ColumnKit } from '../columns.ts';
import { defineTables } from '../tables.ts';
import * as kit from './columns.ts';

export const tables = defineTables(kit as unknown as ColumnKit);

// drizzle-kit reads named exports
export const {
  units,
  organisations,
  people,
  roles,
  invitations,
  signInTokens,
  sessions,
  limits,
  venues,
  meetups,
  meetupCancellations,
  topics,
  rsvps,
  rsvpLinks,
  attendances,
  platforms,
  channels,
  channelClosures,
  channelReviews,
  channelAccess,
  channelChanges,
  lessons,
  lessonPublications,
  lessonWithdrawals,
  lessonAuthors,
  lessonUnits,
  lessonTags,
  lessonChannels,
  lessonRevisions,
  outbox,
  searchEntries,
} = tables;
