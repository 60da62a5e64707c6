import { and, asc, desc, eq, gte, isNull, lt, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** More of one sort than this is for reading where it happened. */
const MOST_SHOWN = 100;

/** From the first moment away up to the first moment back. */
export interface Span {
  from: Date;
  until: Date;
}

/** What others changed on the channels somebody answers for, newest first. */
export const listChangesMeanwhile = (read: Reader, personId: string, { from, until }: Span) => {
  const { channels, channelChanges, people } = read.tables;
  const isTheirs = or(eq(channels.ownerId, personId), eq(channels.deputyId, personId));
  const { changedAt } = channelChanges;
  return read
    .select({
      ...{ slug: channels.slug, name: channels.name, changes: channelChanges.changes },
      ...{ by: people.name, byId: people.id, at: changedAt },
    })
    .from(channels)
    .innerJoin(channelChanges, eq(channelChanges.channelId, channels.id))
    .leftJoin(people, eq(people.id, channelChanges.changedById))
    .where(and(isTheirs, gte(changedAt, from), lt(changedAt, until)))
    .orderBy(desc(changedAt), desc(channelChanges.id))
    .limit(MOST_SHOWN);
};

/** Who looked at somebody's channels, and what they found. */
export const listReviewsMeanwhile = (read: Reader, personId: string, days: { fromOn: string; backOn: string }) => {
  const { channels, channelReviews, people } = read.tables;
  const { reviewedOn, result } = channelReviews;
  const isTheirs = or(eq(channels.ownerId, personId), eq(channels.deputyId, personId));
  return read
    .select({ slug: channels.slug, name: channels.name, result, reviewedOn, by: people.name })
    .from(channels)
    .innerJoin(channelReviews, eq(channelReviews.channelId, channels.id))
    .leftJoin(people, eq(people.id, channelReviews.reviewedById))
    .where(and(isTheirs, gte(reviewedOn, days.fromOn), lt(reviewedOn, days.backOn)))
    .orderBy(desc(reviewedOn), desc(channelReviews.id))
    .limit(MOST_SHOWN);
};

/** What colleagues asked keepers for meanwhile, about the channels somebody answers for. */
export const listRequestsMeanwhile = (read: Reader, personId: string, { from, until }: Span) => {
  const { channels, channelRequests, people } = read.tables;
  const isTheirs = or(eq(channels.ownerId, personId), eq(channels.deputyId, personId));
  const { askedAt } = channelRequests;
  return read
    .select({ slug: channels.slug, name: channels.name, kind: channelRequests.kind, askedAt, by: people.name })
    .from(channels)
    .innerJoin(channelRequests, eq(channelRequests.channelId, channels.id))
    .innerJoin(people, eq(people.id, channelRequests.askedById))
    .where(and(isTheirs, gte(askedAt, from), lt(askedAt, until)))
    .orderBy(desc(askedAt))
    .limit(MOST_SHOWN);
};

/** The topics that were offered meanwhile to series somebody hosts. */
export const listTopicsMeanwhile = (read: Reader, personId: string, { from, until }: Span) => {
  const { topics, topicWithdrawals, series, seriesHosts } = read.tables;
  const { offeredAt } = topics;
  return read
    .select({ id: topics.id, title: topics.title, seriesSlug: series.slug, seriesName: series.name })
    .from(seriesHosts)
    .innerJoin(series, eq(series.id, seriesHosts.seriesId))
    .innerJoin(topics, eq(topics.seriesId, series.id))
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .where(
      and(
        eq(seriesHosts.personId, personId),
        gte(offeredAt, from),
        lt(offeredAt, until),
        isNull(topics.heldUntil),
        isNull(topicWithdrawals.topicId),
      ),
    )
    .orderBy(asc(offeredAt))
    .limit(MOST_SHOWN);
};
