import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type Circle, circlesSeenBy } from '../people/viewer.ts';
import type { Topic, TopicWish } from './topic-facts.ts';

/**
 * Makes the topics of a meetup those of its form, in running order: what is there already is changed in place, so that
 * votes, notes and lessons keep pointing at it.
 *
 * @returns the topics that are no longer among them.
 */
export async function keepTopics(
  tx: Writer,
  meetupId: string,
  wishes: readonly TopicWish[],
  newId: () => string,
): Promise<Topic[]> {
  const before = await listChosen(tx, meetupId);
  const known = new Set(before.map(({ id }) => id));
  const kept = wishes.map((wish) => ({ ...wish, id: wish.id && known.has(wish.id) ? wish.id : newId() }));
  const dropped = before.filter(({ id }) => !kept.some((wish) => wish.id === id));
  const { topics } = tx.tables;
  await clearPositions(tx, meetupId);
  for (const [at, { id, ...words }] of kept.entries()) {
    const row = { ...words, position: at + 1 };
    if (known.has(id)) await tx.update(topics).set(row).where(eq(topics.id, id));
    else await tx.insert(topics).values({ ...row, id, meetupId });
  }
  return dropped;
}

/** The topics of a meetup in running order. */
export const listChosen = (tx: Writer, meetupId: string): Promise<Topic[]> => {
  const { topics } = tx.tables;
  return tx.select().from(topics).where(eq(topics.meetupId, meetupId)).orderBy(asc(topics.position));
};

/** Whether a meetup has topics that were offered to fewer people than this circle: it may not tell them to more. */
export async function hasNarrowerTopics(tx: Writer, meetupId: string, circle: Circle): Promise<boolean> {
  const { topics, series } = tx.tables;
  const narrower = tx
    .select({ id: series.id })
    .from(series)
    .where(notInArray(series.circle, [...circlesSeenBy(circle)]));
  return (await tx.$count(topics, and(eq(topics.meetupId, meetupId), inArray(topics.seriesId, narrower)))) > 0;
}

/** Numbers the topics of a meetup from 1 in this order. */
export async function putInOrder(tx: Writer, meetupId: string, ids: readonly string[]) {
  const { topics } = tx.tables;
  await clearPositions(tx, meetupId);
  for (const [at, id] of ids.entries())
    await tx
      .update(topics)
      .set({ position: at + 1 })
      .where(eq(topics.id, id));
}

/**
 * Takes topics off their meetups. One that was offered goes back to the list of its series; one that a host typed in is
 * withdrawn, since notes and lessons may point at it.
 */
export async function takeOff(tx: Writer, dropped: readonly Topic[], byId: string | null, now: Date) {
  const { topics, topicWithdrawals } = tx.tables;
  const ids = dropped.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.update(topics).set({ meetupId: null, position: null }).where(inArray(topics.id, ids));
  const typed = dropped.filter(({ seriesId }) => seriesId === null);
  const withdrawn = typed.map(({ id }) => ({ topicId: id, reason: '', withdrawnById: byId, withdrawnAt: now }));
  if (withdrawn.length > 0) await tx.insert(topicWithdrawals).values(withdrawn);
}

/** No two topics of a meetup may have one position, not even for a moment. */
const clearPositions = (tx: Writer, meetupId: string) => {
  const { topics } = tx.tables;
  return tx.update(topics).set({ position: null }).where(eq(topics.meetupId, meetupId));
};
