import { and, eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addHistory } from './channel-history-commands.ts';
import { type Closure, OVER_STATUSES } from './channel-rules.ts';
import { saveChannelEntry } from './channel-search-commands.ts';

export interface ChannelClosing extends Omit<Closure, 'channelId'> {
  id: string;
  now: Date;
  newId: () => string;
}

/**
 * Closes a channel: it stays listed without a live link, and its link is free for another. Closing it again mends why,
 * when and where to go instead.
 */
export async function closeChannel(tx: Writer, { id, now, newId, ...closing }: ChannelClosing) {
  const { channels, channelClosures } = tx.tables;
  const [before] = await tx
    .select({ status: channels.status, slug: channels.slug })
    .from(channels)
    .where(eq(channels.id, id));
  if (!before) return { kind: 'no-such-channel' as const };
  if (closing.goInsteadId !== null && !(await isLive(tx, closing.goInsteadId, id)))
    return { kind: 'nowhere-to-go' as const };
  await tx.update(channels).set({ status: 'closed', openLinkKey: null, updatedAt: now }).where(eq(channels.id, id));
  await tx
    .insert(channelClosures)
    .values({ channelId: id, ...closing })
    .onConflictDoUpdate({ target: channelClosures.channelId, set: closing });
  const changes = [{ field: 'status', from: before.status, to: 'closed' }];
  if (before.status !== 'closed')
    await addHistory(tx, { channelId: id, changes, changedById: closing.closedById, now, newId });
  await saveChannelEntry(tx, id);
  return { kind: 'closed' as const, slug: before.slug };
}

/** A channel that is open again was never closed; its history says otherwise. */
export async function forgetClosure(tx: Writer, channelId: string) {
  const { channelClosures } = tx.tables;
  await tx.delete(channelClosures).where(eq(channelClosures.channelId, channelId));
}

/** Whether people can be sent from one channel to another. */
async function isLive(tx: Writer, id: string, fromId: string): Promise<boolean> {
  const { channels } = tx.tables;
  const found = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.id, id), notInArray(channels.status, [...OVER_STATUSES])));
  return found.length > 0 && id !== fromId;
}
