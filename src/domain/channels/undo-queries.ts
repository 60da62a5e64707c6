import { and, desc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { nameChanges } from './channel-history-queries.ts';
import { findWholeChannel } from './channel-queries.ts';
import type { Channel } from './channel-rules.ts';
import { markOfUndo, planUndo, type Standing } from './undo-rules.ts';

/**
 * What undoing one entry of a channel's history would do, in the names that people, units and channels bear today, with
 * the mark of that plan: for keepers; undefined for everyone else.
 */
export async function findUndo(read: Reader, viewer: Viewer, slug: string, entryId: string) {
  const channel = await findWholeChannel(read, viewer, slug);
  const found = channel && (await readUndo(read, channel, entryId));
  if (!found) return undefined;
  const [back, now] = await Promise.all([
    nameChanges(read, found.plan),
    nameChanges(
      read,
      found.plan.map(({ field, now }) => ({ field, from: now, to: '' })),
    ),
  ]);
  const plan = found.plan.map((change, at) => ({ ...change, ...back[at], now: now[at]?.from ?? '' }));
  return { ...found, channel, plan };
}

/** An entry, what undoing it does and the mark of that; undefined when the channel has no such entry. */
export async function readUndo(read: Reader, channel: Channel, entryId: string) {
  const { channelChanges, people } = read.tables;
  const ofChannel = eq(channelChanges.channelId, channel.id);
  const [[entry], [newest], standing] = await Promise.all([
    read
      .select({ changes: channelChanges.changes, at: channelChanges.changedAt, by: people.name })
      .from(channelChanges)
      .leftJoin(people, eq(people.id, channelChanges.changedById))
      .where(and(ofChannel, eq(channelChanges.id, entryId))),
    read
      .select({ id: channelChanges.id })
      .from(channelChanges)
      .where(ofChannel)
      .orderBy(desc(channelChanges.changedAt), desc(channelChanges.id))
      .limit(1),
    findStanding(read, channel),
  ]);
  if (!entry) return undefined;
  const plan = planUndo(entry.changes, standing);
  return { entry, standing, plan, mark: markOfUndo(plan, newest?.id ?? '') };
}

async function findStanding(read: Reader, channel: Channel): Promise<Standing> {
  const { channelClosures, channelAccess } = read.tables;
  const [[closure], access] = await Promise.all([
    read.select().from(channelClosures).where(eq(channelClosures.channelId, channel.id)),
    read
      .select({ personId: channelAccess.personId, level: channelAccess.level, until: channelAccess.until })
      .from(channelAccess)
      .where(eq(channelAccess.channelId, channel.id)),
  ]);
  return { channel, closure, access };
}
