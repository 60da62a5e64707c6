import { and, asc, eq, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Circle } from '../people/viewer.ts';
import { isNewcomer } from './newcomer-queries.ts';
import type { Route, Topic, TopicKind } from './topic-facts.ts';
import { queueTopicLetters } from './topic-letter-commands.ts';
import { confirmOfferLetter, knownOfferLetter } from './topic-letters.ts';
import { findLinkedTopic } from './topic-queries.ts';
import { offerHeldFrom } from './topic-rules.ts';

/** A topic as somebody types it. */
export interface Offer {
  seriesId: string;
  /** What whoever types it may see. */
  circles: readonly Circle[];
  title: string;
  question: string;
  kind: TopicKind;
}

/** Who offers it, and how we know. */
export interface Offerer {
  /** Null for somebody who is not in the list of people. */
  personId: string | null;
  name: string;
  /** Lower case. */
  email: string | null;
  route: Route;
  enteredById: string | null;
  /** What a colleague knows who enters it for them. */
  isNew?: boolean;
}

const NO_SUCH_SERIES = { kind: 'no-such-series' as const };

/** Puts a topic on the list of a series. The same title by the same person stands there once. */
export async function offerTopic(tx: Writer, offer: Offer, who: Offerer, newId: () => string, now: Date) {
  const series = await findSeries(tx, offer);
  if (!series) return NO_SUCH_SERIES;
  const { slug } = series;
  const before = await findSame(tx, offer, who);
  if (before && !before.heldUntil) return { kind: 'already-there' as const, slug };
  if (before) await tx.update(tx.tables.topics).set({ heldUntil: null }).where(eq(tx.tables.topics.id, before.id));
  else await addTopic(tx, offer, { ...who, heldUntil: null }, newId, now);
  return { kind: 'offered' as const, slug };
}

/**
 * Somebody who is not signed in offers a topic. It is on the list once its address is confirmed by the link of a letter.
 * The outcome is the same whether or not the address is known.
 */
export async function askToOffer(
  tx: Writer,
  offer: Offer,
  { name, email }: { name: string; email: string },
  stationery: Stationery,
  now: Date,
) {
  const series = await findSeries(tx, offer);
  if (!series) return NO_SUCH_SERIES;
  const who = { personId: null, name, email, route: 'web' as const, enteredById: null };
  const before = await findSame(tx, offer, who);
  const heldUntil = offerHeldFrom(now);
  const topic = before ?? (await addTopic(tx, offer, { ...who, heldUntil }, stationery.newId, now));
  const letter = topic.heldUntil ? confirmOfferLetter : knownOfferLetter;
  await queueTopicLetters(tx, [{ topic, to: email, series, letter }], stationery, now);
  const job = { id: stationery.newId(), kind: 'forget-offers', subjectId: series.id, dueAt: heldUntil };
  if (!before) await planJobBy(tx, job);
  return { kind: 'asked' as const, slug: series.slug };
}

/** By the link of a letter: from now on it is on the list. Whoever opens the letter has shown that the address is theirs. */
export async function confirmOffer(tx: Writer, linkHash: string, now: Date) {
  const found = await findLinkedTopic(tx, linkHash);
  if (!found) return { kind: 'no-such-topic' as const };
  const { topic } = found;
  if (!topic.heldUntil || found.withdrawal) return { kind: 'confirmed' as const };
  const { people, topics } = tx.tables;
  const [person] = topic.email ? await tx.select().from(people).where(eq(people.email, topic.email)) : [];
  const offeredById = person?.id ?? null;
  const isFromNewcomer = await isNewcomer(tx, { personId: offeredById, email: topic.email }, now);
  await tx.update(topics).set({ heldUntil: null, offeredById, isFromNewcomer }).where(eq(topics.id, topic.id));
  return { kind: 'confirmed' as const };
}

/**
 * Forgets the offers to a series that nobody confirmed in time.
 *
 * @returns when the next one is to be forgotten, or null.
 */
export async function forgetLapsedOffers(tx: Writer, seriesId: string, _: Stationery, now: Date) {
  const { topics } = tx.tables;
  const isHeld = and(eq(topics.seriesId, seriesId), isNotNull(topics.heldUntil));
  await tx.delete(topics).where(and(isHeld, lte(topics.heldUntil, now)));
  const [held] = await tx
    .select({ until: topics.heldUntil })
    .from(topics)
    .where(isHeld)
    .orderBy(asc(topics.heldUntil))
    .limit(1);
  return held?.until ?? null;
}

async function findSeries(tx: Writer, { seriesId, circles }: Offer) {
  const { series } = tx.tables;
  const [found] = await tx
    .select()
    .from(series)
    .where(and(eq(series.id, seriesId), inArray(series.circle, [...circles])));
  return found;
}

/** The same words from the same hand that are on the list already, or wait to be. */
async function findSame(
  tx: Writer,
  { seriesId, title }: Offer,
  { personId, email }: Offerer,
): Promise<Topic | undefined> {
  if (!personId && !email) return undefined;
  const { topics, topicWithdrawals } = tx.tables;
  const theirs = or(
    personId ? eq(topics.offeredById, personId) : undefined,
    email ? eq(topics.email, email) : undefined,
  );
  const [same] = await tx
    .select({ topic: topics })
    .from(topics)
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .where(
      and(
        eq(topics.seriesId, seriesId),
        eq(topics.title, title),
        theirs,
        isNull(topics.meetupId),
        isNull(topicWithdrawals.topicId),
      ),
    );
  return same?.topic;
}

async function addTopic(
  tx: Writer,
  { circles: _, ...offer }: Offer,
  { personId, name, email, isNew, ...how }: Offerer & { heldUntil: Date | null },
  newId: () => string,
  now: Date,
): Promise<Topic> {
  const isFromNewcomer = isNew || (!how.heldUntil && (await isNewcomer(tx, { personId, email }, now)));
  const who = { offeredById: personId, offeredByName: personId ? '' : name, email: personId ? null : email };
  const [topic] = await tx
    .insert(tx.tables.topics)
    .values({ ...offer, ...how, ...who, id: newId(), isFromNewcomer, offeredAt: now })
    .returning();
  if (!topic) throw new Error('an insert returns its row');
  return topic;
}
