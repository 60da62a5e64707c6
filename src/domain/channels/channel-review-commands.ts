import { and, eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { nextReviewOn, OVER_STATUSES, type Review } from './channel-rules.ts';

export interface ChannelReview extends Omit<Review, 'id'> {
  newId: () => string;
}

/**
 * Writes down that somebody looked at a channel's record. Only "still right" and "changed" start a new half year: a
 * channel that should be closed, or whose owner cannot be reached, stays due.
 */
export async function reviewChannel(tx: Writer, { newId, ...review }: ChannelReview) {
  const { channels, channelReviews } = tx.tables;
  const isLive = and(eq(channels.id, review.channelId), notInArray(channels.status, [...OVER_STATUSES]));
  const [channel] = await tx.select({ slug: channels.slug }).from(channels).where(isLive);
  if (!channel) return { kind: 'no-such-channel' as const };
  await tx.insert(channelReviews).values({ id: newId(), ...review });
  if (review.result === 'still-right' || review.result === 'changed')
    await tx
      .update(channels)
      .set({ lastReviewedOn: review.reviewedOn, reviewDueOn: nextReviewOn(review.reviewedOn) })
      .where(isLive);
  return { kind: 'reviewed' as const, slug: channel.slug };
}
