import { and, eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveChannel } from './channel-commands.ts';
import { type Closing, fieldsOf, OVER_STATUSES } from './channel-rules.ts';

export interface ChannelClosing extends Closing {
  id: string;
  closedById: string | null;
  now: Date;
  newId: () => string;
}

/**
 * Closes a channel: it stays listed without a live link, and its link is free for another. Closing it again mends why,
 * when and where to go instead.
 */
export async function closeChannel(tx: Writer, { id, closedById, now, newId, ...closing }: ChannelClosing) {
  const { channels } = tx.tables;
  const [before] = await tx.select().from(channels).where(eq(channels.id, id));
  if (!before) return { kind: 'no-such-channel' as const };
  if (closing.goInsteadId !== null && !(await isLive(tx, closing.goInsteadId, id)))
    return { kind: 'nowhere-to-go' as const };
  const fields = { ...fieldsOf(before), status: 'closed' as const };
  await saveChannel(tx, { id, fields, closing, checkedOn: null, savedById: closedById, now, newId });
  return { kind: 'closed' as const, slug: before.slug };
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
