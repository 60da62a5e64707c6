import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveEntry } from '../search/search-commands.ts';
import { PUBLIC_STATUSES } from './channel-rules.ts';

/**
 * Renews what search knows of a channel: only what everyone in its circle may read. A status that people outside do not
 * see keeps the whole entry among staff.
 */
export async function saveChannelEntry(tx: Writer, channelId: string) {
  const { channels, platforms, units } = tx.tables;
  const { slug, name, handle, place, objective, audience, status, circle } = channels;
  const [channel] = await tx
    .select({
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
    .where(eq(channels.id, channelId));
  if (!channel) return;
  const isSeenOutside = (PUBLIC_STATUSES as readonly string[]).includes(channel.status);
  await saveEntry(tx, {
    kind: 'channel',
    subjectId: channelId,
    circle: isSeenOutside ? channel.circle : 'staff',
    path: `/channels/${channel.slug}`,
    title: channel.name,
    body: [channel.platform, channel.handle, channel.unit, channel.objective, channel.audience, channel.place]
      .filter(Boolean)
      .join('. '),
  });
}
