import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import { listGone, listRefusers } from './letter-refusal-queries.ts';
import { composeLetter, type Letter, type LetterOfKind } from './letter-rules.ts';
import { hasGivenUp, keptSince, pauseAfter } from './outbox-rules.ts';

/** A letter and its id, which becomes its Message-ID. */
export interface Post {
  id: string;
  letter: Letter | LetterOfKind;
}

/** What a letter needs that carries the way to stop its kind. */
export interface PostOffice {
  newToken(): { token: string; hash: string };
  /** The origin links start with, without a slash at the end. */
  siteUrl: string;
}

const MOST_AT_ONCE = 300;

/** Puts an answer in the outbox, in the same write as what caused it. `id` becomes its Message-ID. */
export const queueLetter = (tx: Writer, id: string, letter: Letter, now: Date) =>
  insertLetter(tx, row(id, letter, { ...composeLetter(letter), unsubscribeUrl: null }, now));

/**
 * Puts many letters in the outbox, a few hundred to a statement: engines limit how many values one may carry. Whoever
 * stopped letters of a kind gets none of it, and whoever has left gets nothing.
 *
 * @returns the ids of the letters that go out.
 */
export async function queueLetters(tx: Writer, post: readonly Post[], office: PostOffice, now: Date) {
  const queued: string[] = [];
  for (let at = 0; at < post.length; at += MOST_AT_ONCE) {
    const some = post.slice(at, at + MOST_AT_ONCE);
    const refusers = await listRefusers(tx, some);
    const gone = await listGone(tx, some);
    const wanted = some.filter(({ letter: { kind, to } }) => !gone.has(to) && !(kind && refusers.has(`${kind} ${to}`)));
    if (wanted.length > 0) await insertLetters(tx, wanted, office, now);
    queued.push(...wanted.map(({ id }) => id));
  }
  return queued;
}

async function insertLetters(tx: Writer, post: readonly Post[], { newToken, siteUrl }: PostOffice, now: Date) {
  const { outbox, unsubscribeLinks } = tx.tables;
  const links: (typeof unsubscribeLinks.$inferInsert)[] = [];
  const rows = post.map(({ id, letter }) => {
    if (!letter.kind) return row(id, letter, { ...composeLetter(letter), unsubscribeUrl: null }, now);
    const { token, hash } = newToken();
    links.push({ id: hash, email: letter.to, kind: letter.kind });
    const unsubscribeUrl = `${siteUrl}/unsubscribe/${token}`;
    return row(id, letter, { ...composeLetter(letter, unsubscribeUrl), unsubscribeUrl }, now);
  });
  if (links.length > 0) await tx.insert(unsubscribeLinks).values(links);
  await tx.insert(outbox).values(rows);
}

const insertLetter = keepInsert('outbox');

type Composed = ReturnType<typeof composeLetter> & { unsubscribeUrl: string | null };

const row = (
  id: string,
  { to, subject, replyTo, attachments = [] }: Post['letter'],
  composed: Composed,
  now: Date,
) => ({
  id,
  recipient: to,
  subject,
  replyTo: replyTo ?? null,
  ...composed,
  attachments: [...attachments],
  queuedAt: now,
  dueAt: now,
  attempts: 0,
  sentAt: null,
  gaveUpAt: null,
  lastProblem: '',
});

/**
 * Takes letters that were tried equally often for sending, but for those that another process took: until their pause is
 * over nobody else will.
 *
 * @returns the ids of those that were taken.
 */
export async function claimLetters(tx: Writer, ids: readonly string[], attempts: number, now: Date) {
  const { outbox } = tx.tables;
  const claimed = await tx
    .update(outbox)
    .set({ attempts: attempts + 1, dueAt: pauseAfter(attempts + 1, now) })
    .where(and(inArray(outbox.id, [...ids]), eq(outbox.attempts, attempts), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  return claimed.map(({ id }) => id);
}

export async function markSent(tx: Writer, ids: readonly string[], now: Date) {
  const { outbox } = tx.tables;
  await tx
    .update(outbox)
    .set({ sentAt: now, dueAt: null, lastProblem: '' })
    .where(inArray(outbox.id, [...ids]));
}

/** Notes why a letter did not go; after a day it is given up and waits for the admin. */
export async function markFailed(tx: Writer, letter: { id: string; queuedAt: Date }, problem: string, now: Date) {
  const { outbox } = tx.tables;
  const end = hasGivenUp(letter.queuedAt, now) ? { gaveUpAt: now, dueAt: null } : {};
  await tx
    .update(outbox)
    .set({ lastProblem: problem.slice(0, 500), ...end })
    .where(eq(outbox.id, letter.id));
}

/** The admin's second try for a letter that was given up. */
export async function sendAgain(tx: Writer, id: string, now: Date) {
  const { outbox } = tx.tables;
  const again = await tx
    .update(outbox)
    .set({ gaveUpAt: null, dueAt: now, queuedAt: now, attempts: 0 })
    .where(and(eq(outbox.id, id), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  return { kind: again.length > 0 ? ('queued' as const) : ('no-such-letter' as const) };
}

/** Throws letters away, sent or not, that were queued up to a moment. */
export async function forgetLetters(tx: Writer, queuedUntil: Date) {
  const { outbox } = tx.tables;
  await tx.delete(outbox).where(lte(outbox.queuedAt, queuedUntil));
}

/**
 * Forgets letters whose time is over, with the addresses and the links in them, some at a time.
 *
 * @returns whether there are more of them.
 */
export async function forgetOldLetters(tx: Writer, now: Date): Promise<boolean> {
  const { outbox } = tx.tables;
  const { sent, givenUp } = keptSince(now);
  const old = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(or(lte(outbox.sentAt, sent), lte(outbox.gaveUpAt, givenUp)))
    .orderBy(outbox.queuedAt)
    .limit(MOST_AT_ONCE);
  const ids = old.map(({ id }) => id);
  await tx.delete(outbox).where(inArray(outbox.id, ids));
  return ids.length === MOST_AT_ONCE;
}
