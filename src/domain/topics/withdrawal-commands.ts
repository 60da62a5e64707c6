import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { keepEntry } from '../meetups/meetup-record-commands.ts';
import { listTerms } from '../series/series-queries.ts';
import { isSeriesHost } from '../series/series-rules.ts';
import { listChosen, putInOrder } from './meetup-topic-commands.ts';
import { findAddress, queueTopicLetters } from './topic-letter-commands.ts';
import { removedLetter, takenBackLetter } from './topic-letters.ts';
import { type FoundTopic, findLinkedTopic, findTopic } from './topic-queries.ts';

const NO_SUCH_TOPIC = { kind: 'no-such-topic' as const };

/**
 * Takes a topic back: whoever offered it, by their session or by the link of a letter, or a colleague who entered it for
 * them. When it was chosen, the hosts of the meetup get a letter. Nothing stays to be seen.
 */
export async function withdrawTopic(
  tx: Writer,
  whose: { topicId: string; personId: string } | { linkHash: string },
  stationery: Stationery,
  now: Date,
) {
  const found = 'linkHash' in whose ? await findLinkedTopic(tx, whose.linkHash) : await findTopic(tx, whose.topicId);
  if (!found) return NO_SUCH_TOPIC;
  const { topic, series, meetup } = found;
  const personId = 'personId' in whose ? whose.personId : topic.offeredById;
  if ('personId' in whose && personId !== topic.offeredById && personId !== topic.enteredById)
    return { kind: 'not-yours' as const };
  if (found.withdrawal) return { kind: 'withdrawn' as const, slug: series.slug };
  if (meetup && meetup.endsAt <= now) return { kind: 'over' as const };
  await withdraw(tx, found, { reason: '', byId: personId }, now);
  if (meetup) await tellHosts(tx, found, stationery, now);
  return { kind: 'withdrawn' as const, slug: series.slug };
}

/** A host takes an open topic off the list of a series, with a reason that stays for everyone to read; whoever offered it is told. */
export async function removeTopic(
  tx: Writer,
  { topicId, reason }: { topicId: string; reason: string },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const found = await findTopic(tx, topicId);
  if (!found) return NO_SUCH_TOPIC;
  const { topic, series } = found;
  if (!isSeriesHost(await listTerms(tx, series.id), editor)) return { kind: 'not-yours' as const };
  if (found.withdrawal) return { kind: 'removed' as const, slug: series.slug };
  if (topic.meetupId) return { kind: 'is-chosen' as const };
  await withdraw(tx, found, { reason, byId: editor.person.id }, now);
  const to = await findAddress(tx, topic);
  const letter = removedLetter(reason);
  if (to) await queueTopicLetters(tx, [{ topic, to, series, letter }], stationery, now);
  return { kind: 'removed' as const, slug: series.slug };
}

async function withdraw(
  tx: Writer,
  { topic }: FoundTopic,
  { reason, byId }: { reason: string; byId: string | null },
  now: Date,
) {
  const { topics, topicWithdrawals } = tx.tables;
  await tx.insert(topicWithdrawals).values({ topicId: topic.id, reason, withdrawnById: byId, withdrawnAt: now });
  const free = { meetupId: null, position: null, heldUntil: null };
  await tx
    .update(topics)
    .set(free)
    .where(inArray(topics.id, [topic.id]));
  if (!topic.meetupId) return;
  await closeRanks(tx, topic.meetupId);
}

/** The topics that are left follow one another, and search knows only them. */
async function closeRanks(tx: Writer, meetupId: string) {
  const left = await listChosen(tx, meetupId);
  await putInOrder(
    tx,
    meetupId,
    left.map(({ id }) => id),
  );
  const facts = await findFacts(tx, meetupId);
  if (facts) await keepEntry(tx, facts);
}

async function tellHosts(tx: Writer, { topic, series, meetup }: FoundTopic, stationery: Stationery, now: Date) {
  if (!meetup) return;
  const { people } = tx.tables;
  const ids = [meetup.hostId, meetup.secondHostId].filter((id) => id !== null);
  const hosts = await tx.select({ email: people.email }).from(people).where(inArray(people.id, ids));
  const letter = takenBackLetter(meetup);
  const path = `/meetups/${meetup.slug}/topics`;
  const post = hosts.flatMap(({ email }) => (email ? [{ topic, to: email, series, letter, path }] : []));
  await queueTopicLetters(tx, post, stationery, now);
}
