import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { historyRow } from '../channels/channel-history-commands.ts';
import { reviewChannels } from '../channels/channel-review-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { localDay } from '../time/date-words.ts';
import { type Answerable, listAnswerable } from './answer-queries.ts';
import { listKeepers } from './due-queries.ts';
import type { Answer } from './review-ask-rules.ts';
import { notMineLetter } from './review-letters.ts';

export interface ReviewAnswer {
  channelIds: readonly string[];
  answer: Answer;
  /** Who answers. */
  person: { id: string; name: string };
}

/**
 * Takes what somebody says about channels that they answer for, stand in for or were asked about; any other channel is
 * left out. "Still right" begins a new term. "Not mine" takes their name off and tells the keepers, in one letter.
 */
export async function answerReviews(tx: Writer, wish: ReviewAnswer, stationery: Stationery, now: Date) {
  const { answer, person } = wish;
  const today = localDay(now, stationery.zone);
  const found = await listAnswerable(tx, wish.channelIds, person.id, { today, now });
  if (found.length === 0) return { kind: 'nothing-to-answer' as const };
  const channelIds = found.map(({ id }) => id);
  const review = { notes: '', reviewedById: person.id, reviewedOn: today, newId: stationery.newId };
  await reviewChannels(tx, { ...review, channelIds, result: answer });
  if (answer === 'not-mine') await takeOff(tx, person, found, stationery, now);
  const { reviewAsks } = tx.tables;
  await tx
    .update(reviewAsks)
    .set({ answer, answeredAt: now })
    .where(
      and(eq(reviewAsks.personId, person.id), inArray(reviewAsks.channelId, channelIds), isNull(reviewAsks.answer)),
    );
  return { kind: 'answered' as const, count: found.length };
}

/** By the link of a letter: the press of whoever was asked. Each link is spent once, and not after its time. */
export async function answerByLink(
  tx: Writer,
  { linkHash, answer }: { linkHash: string; answer: Answer },
  stationery: Stationery,
  now: Date,
) {
  const { reviewAsks, people } = tx.tables;
  const [ask] = await tx
    .select({
      channelId: reviewAsks.channelId,
      expiresAt: reviewAsks.expiresAt,
      answer: reviewAsks.answer,
      person: people,
    })
    .from(reviewAsks)
    .innerJoin(people, eq(people.id, reviewAsks.personId))
    .where(eq(reviewAsks.id, linkHash));
  if (!ask || ask.person.leftAt) return { kind: 'no-such-link' as const };
  if (ask.answer) return { kind: ask.answer === answer ? ('answered' as const) : ('spent' as const) };
  if (ask.expiresAt <= now) return { kind: 'spent' as const };
  const outcome = await answerReviews(tx, { channelIds: [ask.channelId], answer, person: ask.person }, stationery, now);
  return outcome.kind === 'answered' ? outcome : { kind: 'spent' as const };
}

/** Their name goes off where it stands, each with an entry in the history. */
async function takeOff(
  tx: Writer,
  person: ReviewAnswer['person'],
  found: readonly Answerable[],
  stationery: Stationery,
  now: Date,
) {
  const { channels, channelChanges } = tx.tables;
  const { newId } = stationery;
  for (const office of ['ownerId', 'deputyId'] as const) {
    const held = found.filter((channel) => channel[office] === person.id).map(({ id }) => id);
    if (held.length === 0) continue;
    const changes = [{ field: office, from: person.id, to: '' }];
    await tx
      .update(channels)
      .set({ [office]: null, updatedAt: now })
      .where(inArray(channels.id, held));
    const entry = { changes, changedById: person.id, now, newId };
    await tx.insert(channelChanges).values(held.map((channelId) => historyRow({ ...entry, channelId })));
  }
  const told = { who: person.name || 'Somebody who was asked', channels: found };
  const post = (await listKeepers(tx))
    .filter(({ id }) => id !== person.id)
    .map((keeper) => ({ id: newId(), letter: notMineLetter(keeper, told, stationery) }));
  await queueLetters(tx, post, stationery, now);
}
