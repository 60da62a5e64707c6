import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveChannel } from '../channels/channel-commands.ts';
import { fieldsOf, isOver, mayReview } from '../channels/channel-rules.ts';
import type { Circle, Member } from '../people/viewer.ts';

export interface ResultWish {
  channelId: string;
  /** The day it is as of, 'YYYY-MM-DD'. */
  resultOn: string;
  words: string;
  benefits: string;
  circle: Circle;
}

/**
 * Writes down what came of a channel: its owner, its deputy or a keeper. A second word for the same day takes the place of
 * the first. The latest of them is what the record says, with its history.
 */
export async function addResult(tx: Writer, holder: Member, wish: ResultWish, newId: () => string, now: Date) {
  const { channels, channelResults } = tx.tables;
  const { channelId, resultOn, ...words } = wish;
  const [channel] = await tx.select().from(channels).where(eq(channels.id, channelId));
  if (!channel || isOver(channel.status)) return { kind: 'no-such-channel' as const };
  if (!mayReview(holder, channel)) return { kind: 'not-yours' as const };
  const row = { ...words, addedById: holder.person.id, addedAt: now };
  await tx
    .insert(channelResults)
    .values({ channelId, resultOn, ...row })
    .onConflictDoUpdate({ target: [channelResults.channelId, channelResults.resultOn], set: row });
  if (resultOn >= (channel.latestResultOn ?? '')) {
    const fields = { ...fieldsOf(channel), latestResult: wish.words, latestResultOn: resultOn };
    await saveChannel(tx, { id: channelId, fields, checkedOn: null, savedById: holder.person.id, now, newId });
  }
  return { kind: 'added' as const, slug: channel.slug };
}
