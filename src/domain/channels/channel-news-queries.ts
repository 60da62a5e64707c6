import { and, desc, eq, gt, inArray, isNotNull, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';
import { STRANGER, type Viewer, viewerIn } from '../people/viewer.ts';
import { mayBeSeen } from './channel-filter-queries.ts';
import type { ChannelNews } from './channel-news-rules.ts';

/** Which channels opened, moved and closed, latest first, as far as everybody may see them: the same whoever asks; all of them, or one by its id. */
export async function listChannelNews(read: Reader, most: number, channelId?: string): Promise<ChannelNews[]> {
  const rows = await selectNews(read)
    .where(and(isNewsTo(read, STRANGER), channelId ? eq(read.tables.channels.id, channelId) : undefined))
    .orderBy(...latestFirst(read))
    .limit(most);
  return rows.filter((row): row is (typeof rows)[number] & ChannelNews => row.news !== null);
}

/** The same since a moment, whatever their circle: for who decides themselves who may hear of it. */
export async function listAllChannelNews(read: Reader, since: Date, most: number) {
  const rows = await selectNews(read)
    .where(and(isNewsTo(read, viewerIn('staff')), gt(read.tables.channelChanges.changedAt, since)))
    .orderBy(...latestFirst(read))
    .limit(most);
  return rows.filter((row): row is (typeof rows)[number] & ChannelNews => row.news !== null);
}

function selectNews(read: Reader) {
  const { channelChanges, channels, channelClosures, platforms, units } = read.tables;
  const instead = alias(channels, 'instead');
  return read
    .select({
      id: channelChanges.id,
      news: channelChanges.news,
      at: channelChanges.changedAt,
      byId: channelChanges.changedById,
      channelId: channels.id,
      unitId: channels.unitId,
      circle: channels.circle,
      status: channels.status,
      name: channels.name,
      slug: channels.slug,
      platform: platforms.label,
      unit: units.name,
      closedOn: channelClosures.closedOn,
      insteadName: instead.name,
    })
    .from(channelChanges)
    .innerJoin(channels, eq(channels.id, channelChanges.channelId))
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(channelClosures, eq(channelClosures.channelId, channels.id))
    .leftJoin(instead, and(eq(instead.id, channelClosures.goInsteadId), mayBeSeen(instead, STRANGER)));
}

/** What happened before it closed, or before it opened again, would mislead whoever reads it today. */
function isNewsTo({ tables: { channelChanges, channels } }: Reader, viewer: Viewer) {
  const tellsEnd = and(eq(channelChanges.news, 'closed'), eq(channels.status, 'closed'));
  const tellsLife = and(inArray(channelChanges.news, ['opened', 'moved']), ne(channels.status, 'closed'));
  return and(isNotNull(channelChanges.news), or(tellsEnd, tellsLife), mayBeSeen(channels, viewer));
}

const latestFirst = ({ tables: { channelChanges } }: Reader) => [
  desc(channelChanges.changedAt),
  desc(channelChanges.id),
];
