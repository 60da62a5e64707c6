import { eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Circle } from '../people/viewer.ts';
import { type SearchEntry, saveEntries } from '../search/search-commands.ts';
import { type ChannelStatus, PUBLIC_STATUSES } from './channel-rules.ts';

export const saveChannelEntry = (tx: Writer, channelId: string) => saveChannelEntries(tx, [channelId]);

/**
 * Renews what search knows of channels: only what everyone in its circle may read. A status that people outside do not
 * see keeps the whole entry among staff.
 */
export async function saveChannelEntries(tx: Writer, channelIds: readonly string[]) {
  const { channels, platforms, units } = tx.tables;
  const { id, slug, name, handle, place, objective, audience, status, circle } = channels;
  const found = await tx
    .select({
      id,
      slug,
      name,
      handle,
      place,
      objective,
      audience,
      status,
      circle,
      platform: platforms.label,
      unit: units.name,
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .where(inArray(channels.id, [...channelIds]));
  await saveEntries(tx, found.map(entryOf));
}

interface Searched {
  id: string;
  slug: string;
  name: string;
  handle: string;
  place: string;
  objective: string;
  audience: string;
  status: ChannelStatus;
  circle: Circle;
  platform: string;
  unit: string;
}

function entryOf({ id, slug, name, status, circle, ...words }: Searched): SearchEntry {
  const isSeenOutside = (PUBLIC_STATUSES as readonly string[]).includes(status);
  const { platform, handle, unit, objective, audience, place } = words;
  return {
    kind: 'channel',
    subjectId: id,
    circle: isSeenOutside ? circle : 'staff',
    path: `/channels/${slug}`,
    title: name,
    body: [platform, handle, unit, objective, audience, place].filter(Boolean).join('. '),
  };
}
