import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Circle } from '../people/viewer.ts';
import type { Route } from './topic-facts.ts';
import { countVotesSpent, findTopic } from './topic-queries.ts';
import { VOTES_EACH } from './topic-rules.ts';

/** Whose vote it is, and how it reached us. */
export interface Ballot {
  topicId: string;
  personId: string;
  /** What whoever gives the vote may see. */
  circles: readonly Circle[];
  route: Route;
  enteredById: string | null;
}

/**
 * Gives one of somebody's votes to an open topic. Voting twice for one topic counts once.
 *
 * @returns `no-votes-left` when all are given to topics of this series that are still to be talked about.
 */
export async function castVote(tx: Writer, { circles, ...vote }: Ballot, now: Date) {
  const found = await findTopic(tx, vote.topicId);
  if (!found || !circles.includes(found.series.circle) || found.topic.heldUntil)
    return { kind: 'no-such-topic' as const };
  const { series, topic } = found;
  if (topic.meetupId || found.withdrawal) return { kind: 'not-open' as const };
  if (await hasVoted(tx, vote)) return { kind: 'voted' as const, slug: series.slug };
  if ((await countVotesSpent(tx, vote.personId, series.id, now)) >= VOTES_EACH)
    return { kind: 'no-votes-left' as const };
  await tx.insert(tx.tables.topicVotes).values({ ...vote, votedAt: now });
  return { kind: 'voted' as const, slug: series.slug };
}

/** Takes somebody's vote back, whatever became of the topic. */
export async function takeVoteBack(tx: Writer, { topicId, personId }: { topicId: string; personId: string }) {
  const found = await findTopic(tx, topicId);
  if (!found) return { kind: 'no-such-topic' as const };
  await tx.delete(tx.tables.topicVotes).where(isVote(tx, { topicId, personId }));
  return { kind: 'taken-back' as const, slug: found.series.slug };
}

const hasVoted = async (tx: Writer, vote: { topicId: string; personId: string }) =>
  (await tx.$count(tx.tables.topicVotes, isVote(tx, vote))) > 0;

const isVote = ({ tables: { topicVotes } }: Writer, { topicId, personId }: { topicId: string; personId: string }) =>
  and(eq(topicVotes.topicId, topicId), eq(topicVotes.personId, personId));
