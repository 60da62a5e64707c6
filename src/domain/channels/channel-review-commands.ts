import { and, inArray, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { nextReviewOn, OVER_STATUSES, type Review } from './channel-rules.ts';

export interface ChannelReview extends Omit<Review, 'id'> {
  newId: () => string;
}

export interface ChannelReviews extends Omit<ChannelReview, 'channelId'> {
  channelIds: readonly string[];
}

/**
 * Writes down that somebody looked at a channel's record. Only "still right" and "changed" begin a new term: a channel
 * that should be closed, or whose owner cannot be reached, stays due.
 */
export async function reviewChannel(tx: Writer, { channelId, ...review }: ChannelReview) {
  const [channel] = await reviewChannels(tx, { ...review, channelIds: [channelId] });
  return channel ? { kind: 'reviewed' as const, slug: channel.slug } : { kind: 'no-such-channel' as const };
}

/** The same for many channels, in a few statements. @returns those that are not over, which were reviewed. */
export async function reviewChannels(tx: Writer, { newId, channelIds, ...review }: ChannelReviews) {
  const { channels, channelReviews } = tx.tables;
  const { id, slug, emergencyUse, accountKind, twoStepSignIn, ownerId, deputyId } = channels;
  const live = await tx
    .select({ id, slug, emergencyUse, accountKind, twoStepSignIn, ownerId, deputyId })
    .from(channels)
    .where(and(inArray(id, [...channelIds]), notInArray(channels.status, [...OVER_STATUSES])));
  if (live.length === 0) return live;
  await tx.insert(channelReviews).values(live.map((channel) => ({ id: newId(), channelId: channel.id, ...review })));
  if (review.result !== 'still-right' && review.result !== 'changed') return live;
  const byDue = Map.groupBy(live, (channel) => nextReviewOn(review.reviewedOn, channel));
  for (const [reviewDueOn, due] of byDue)
    await tx
      .update(channels)
      .set({ lastReviewedOn: review.reviewedOn, reviewDueOn })
      .where(
        inArray(
          id,
          due.map((channel) => channel.id),
        ),
      );
  return live;
}
