import { and, desc, eq, inArray, ne, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';
import { STRANGER } from '../people/viewer.ts';
import { mayBeSeen } from './channel-filter-queries.ts';
import type { ChannelNews } from './channel-news-rules.ts';

/** Which channels opened, moved and closed, latest first, as far as everybody may see them: the same whoever asks. */
export async function listChannelNews(read: Reader, most: number): Promise<ChannelNews[]> {
  const { channelChanges, channels, channelClosures, platforms, units } = read.tables;
  const instead = alias(channels, 'instead');
  // What happened before it closed, or before it opened again, would mislead whoever reads it today.
  const tellsEnd = and(eq(channelChanges.news, 'closed'), eq(channels.status, 'closed'));
  const tellsLife = and(inArray(channelChanges.news, ['opened', 'moved']), ne(channels.status, 'closed'));
  const rows = await read
    .select({
      id: channelChanges.id,
      news: channelChanges.news,
      at: channelChanges.changedAt,
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
    .leftJoin(instead, and(eq(instead.id, channelClosures.goInsteadId), mayBeSeen(instead, STRANGER)))
    .where(and(or(tellsEnd, tellsLife), mayBeSeen(channels, STRANGER)))
    .orderBy(desc(channelChanges.changedAt), desc(channelChanges.id))
    .limit(most);
  return rows.filter((row): row is ChannelNews => row.news !== null);
}
