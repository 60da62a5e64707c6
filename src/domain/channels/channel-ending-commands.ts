import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Closing, Closure } from './channel-rules.ts';

/** How a channel ended, if it did. */
export async function findEnding(tx: Writer, channelId: string): Promise<Closure | undefined> {
  const { channelClosures } = tx.tables;
  const [ending] = await tx.select().from(channelClosures).where(eq(channelClosures.channelId, channelId));
  return ending;
}

/** Writes down how a channel ended; undefined for one that is not closed, whose history alone says that it once was. */
export async function saveEnding(
  tx: Writer,
  channelId: string,
  closing: Closing | undefined,
  closedById: string | null,
) {
  const { channelClosures } = tx.tables;
  if (!closing) return tx.delete(channelClosures).where(eq(channelClosures.channelId, channelId));
  const { closedOn, why, goInsteadId, handleFate } = closing;
  const set = { closedOn, why, goInsteadId, handleFate, closedById };
  return tx
    .insert(channelClosures)
    .values({ channelId, ...set })
    .onConflictDoUpdate({ target: channelClosures.channelId, set });
}
