import { aliasedTable, and, asc, eq, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { isLive, mayBeSeen } from './channel-filter-queries.ts';
import { type Closure, isRegisterKeeper } from './channel-rules.ts';

/**
 * Why and when a channel was closed, and where to go instead if the viewer may see that one. What became of the handle is
 * for keepers only: a released one can be taken by anybody.
 */
export async function findClosure(read: Reader, viewer: Viewer, channelId: string) {
  const { channels, channelClosures } = read.tables;
  const instead = aliasedTable(channels, 'instead');
  const { closedOn, why, handleFate } = channelClosures;
  const [closure] = await read
    .select({
      closedOn,
      why,
      handleFate: isRegisterKeeper(viewer) ? handleFate : sql<Closure['handleFate'] | null>`null`,
      instead: { id: instead.id, name: instead.name, slug: instead.slug },
    })
    .from(channelClosures)
    .leftJoin(instead, and(eq(instead.id, channelClosures.goInsteadId), mayBeSeen(instead, viewer)))
    .where(eq(channelClosures.channelId, channelId));
  return closure;
}

/** The channels people can be sent to when this one closes: the live ones of its unit, and the one that was chosen before. */
export function listSuccessors(
  read: Reader,
  viewer: Viewer,
  channel: { id: string; unitId: string },
  chosenId?: string | undefined,
) {
  const { channels, platforms } = read.tables;
  const isNear = and(eq(channels.unitId, channel.unitId), isLive(read));
  const wasChosen = chosenId === undefined ? undefined : eq(channels.id, chosenId);
  return read
    .select({ id: channels.id, name: channels.name, platform: platforms.label })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .where(and(ne(channels.id, channel.id), or(isNear, wasChosen), mayBeSeen(channels, viewer)))
    .orderBy(asc(channels.name), asc(channels.id))
    .limit(200);
}
