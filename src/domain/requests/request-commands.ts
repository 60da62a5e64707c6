import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listKeepers } from '../reviews/due-queries.ts';
import { newsLetter, waitingLetter } from './request-letters.ts';
import { listConcerned } from './request-queries.ts';
import {
  type ChannelRequest,
  kindsFor,
  type OpeningWish,
  type RequestEventKind,
  type RequestKind,
} from './request-rules.ts';

export interface Asker {
  id: string;
  name: string;
}

/** Begins a request to open a channel, or keeps what was typed since: a draft, its author's alone. */
export async function saveOpening(tx: Writer, asker: Asker, wish: { id: string; opening: OpeningWish }, now: Date) {
  const { channelRequests: requests } = tx.tables;
  const [saved] = await tx
    .insert(requests)
    .values({ id: wish.id, kind: 'open', askedById: asker.id, opening: wish.opening, reason: '', begunAt: now })
    .onConflictDoUpdate({
      target: requests.id,
      set: { opening: wish.opening },
      setWhere: sql`${and(eq(requests.askedById, asker.id), isNull(requests.askedAt))}`,
    })
    .returning({ id: requests.id });
  return { kind: saved ? ('saved' as const) : ('not-yours' as const) };
}

/** Sends a draft to the keepers. Sending it twice asks once. */
export async function askToOpen(
  tx: Writer,
  asker: Asker,
  wish: { id: string; opening: OpeningWish },
  stationery: Stationery,
  now: Date,
) {
  const saved = await saveOpening(tx, asker, wish, now);
  if (saved.kind !== 'saved') return saved;
  const { channelRequests: requests } = tx.tables;
  const reason = wish.opening.whyNew;
  await tx.update(requests).set({ askedAt: now, reason }).where(eq(requests.id, wish.id));
  return addAsked(tx, asker, { id: wish.id, kind: 'open', about: wish.opening.name, words: reason }, stationery, now);
}

export interface ChannelWish {
  id: string;
  kind: Exclude<RequestKind, 'open'>;
  channelId: string;
  reason: string;
}

/** Asks something about a channel that is there. Keepers hear of it, and those who answer for it, before it is decided. */
export async function askAbout(tx: Writer, asker: Asker, wish: ChannelWish, stationery: Stationery, now: Date) {
  const { channelRequests: requests, channels } = tx.tables;
  const [channel] = await tx.select().from(channels).where(eq(channels.id, wish.channelId));
  if (!channel || !kindsFor(channel, asker.id).includes(wish.kind)) return { kind: 'not-now' as const };
  const [added] = await tx
    .insert(requests)
    .values({ ...wish, askedById: asker.id, opening: null, begunAt: now, askedAt: now })
    .onConflictDoNothing()
    .returning();
  if (!added) return { kind: 'asked' as const };
  await tellConcerned(tx, added, { event: 'asked', words: wish.reason, by: asker }, stationery, now);
  return addAsked(tx, asker, { ...wish, about: channel.name, words: wish.reason }, stationery, now);
}

interface Asked {
  id: string;
  kind: RequestKind;
  about: string;
  words: string;
}

async function addAsked(tx: Writer, asker: Asker, { words, ...facts }: Asked, stationery: Stationery, now: Date) {
  await addEvent(tx, { id: stationery.newId(), requestId: facts.id, kind: 'asked', words, byId: asker.id, at: now });
  await tellKeepers(tx, facts, { asker: asker.name, words, isAnswer: false }, stationery, now);
  return { kind: 'asked' as const };
}

/** Whoever asked answers what keepers wanted to know. */
export async function answerKeepers(
  tx: Writer,
  asker: Asker,
  { id, words }: { id: string; words: string },
  stationery: Stationery,
  now: Date,
) {
  const request = await findOpen(tx, id);
  if (request?.askedById !== asker.id) return { kind: 'not-yours' as const };
  await addEvent(tx, { id: stationery.newId(), requestId: id, kind: 'answered', words, byId: asker.id, at: now });
  const facts = { id, kind: request.kind, about: await nameOf(tx, request) };
  await tellKeepers(tx, facts, { asker: asker.name, words, isAnswer: true }, stationery, now);
  return { kind: 'answered' as const };
}

/** Whoever asked takes it back; a draft is forgotten. */
export async function takeBack(tx: Writer, asker: Asker, id: string, stationery: Stationery, now: Date) {
  const { channelRequests: requests } = tx.tables;
  const isOwn = and(eq(requests.id, id), eq(requests.askedById, asker.id));
  const forgotten = await tx
    .delete(requests)
    .where(and(isOwn, isNull(requests.askedAt)))
    .returning({ id: requests.id });
  if (forgotten.length > 0) return { kind: 'forgotten' as const };
  const settled = await settle(tx, id, now, asker.id);
  if (!settled) return { kind: 'settled-before' as const };
  await addEvent(tx, { id: stationery.newId(), requestId: id, kind: 'taken-back', words: '', byId: asker.id, at: now });
  return { kind: 'taken-back' as const };
}

/** Ends a request, once: of two who decide at the same time the second is told. */
export async function settle(
  tx: Writer,
  id: string,
  now: Date,
  askedById?: string,
): Promise<ChannelRequest | undefined> {
  const { channelRequests: requests } = tx.tables;
  const isOpen = and(eq(requests.id, id), isNotNull(requests.askedAt), isNull(requests.settledAt));
  const whose = askedById === undefined ? undefined : eq(requests.askedById, askedById);
  const [settled] = await tx.update(requests).set({ settledAt: now }).where(and(isOpen, whose)).returning();
  return settled;
}

export async function findOpen(tx: Writer, id: string): Promise<ChannelRequest | undefined> {
  const { channelRequests: requests } = tx.tables;
  const [request] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), isNotNull(requests.askedAt), isNull(requests.settledAt)));
  return request;
}

export const addEvent = (tx: Writer, event: typeof tx.tables.channelRequestEvents.$inferInsert) =>
  tx.insert(tx.tables.channelRequestEvents).values(event);

/** What a request is about, by the name of its channel. */
export async function nameOf(tx: Writer, { channelId, opening }: ChannelRequest): Promise<string> {
  const { channels } = tx.tables;
  if (!channelId) return opening?.name ?? '';
  const [channel] = await tx.select({ name: channels.name }).from(channels).where(eq(channels.id, channelId));
  return channel?.name ?? '';
}

/** Tells everybody whom a request concerns, but whoever did it. */
export async function tellConcerned(
  tx: Writer,
  request: ChannelRequest,
  news: { event: RequestEventKind; words: string; by: Asker },
  stationery: Stationery,
  now: Date,
) {
  const about = await nameOf(tx, request);
  const people = (await listConcerned(tx, request)).filter(({ id }) => id !== news.by.id);
  const post = people.map((person) => ({
    id: stationery.newId(),
    letter: newsLetter(
      person,
      { id: request.id, kind: request.kind, about },
      { ...news, by: news.by.name, mayOpen: person.id === request.askedById },
      stationery.siteUrl,
    ),
  }));
  await queueLetters(tx, post, stationery, now);
}

async function tellKeepers(
  tx: Writer,
  facts: Omit<Asked, 'words'>,
  said: { asker: string; words: string; isAnswer: boolean },
  stationery: Stationery,
  now: Date,
) {
  const keepers = await listKeepers(tx);
  const post = keepers.map((keeper) => ({
    id: stationery.newId(),
    letter: waitingLetter(keeper, facts, said, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
}
