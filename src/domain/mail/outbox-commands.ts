import { and, eq, isNull, lte } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import { composeLetter, type Letter } from './letter-rules.ts';
import { hasGivenUp, pauseAfter } from './outbox-rules.ts';

const MOST_AT_ONCE = 300;

/** Puts a letter in the outbox, in the same write as what caused it. `id` becomes its Message-ID. */
export const queueLetter = (tx: Writer, id: string, letter: Letter, now: Date) =>
  insertLetter(tx, row({ id, letter }, now));

/** Puts many letters in the outbox, a few hundred to a statement: engines limit how many values one may carry. */
export async function queueLetters(tx: Writer, letters: readonly { id: string; letter: Letter }[], now: Date) {
  const rows = letters.map((one) => row(one, now));
  for (let at = 0; at < rows.length; at += MOST_AT_ONCE)
    await tx.insert(tx.tables.outbox).values(rows.slice(at, at + MOST_AT_ONCE));
}

const insertLetter = keepInsert('outbox');

const row = ({ id, letter }: { id: string; letter: Letter }, now: Date) => ({
  id,
  recipient: letter.to,
  subject: letter.subject,
  ...composeLetter(letter),
  attachments: [...(letter.attachments ?? [])],
  unsubscribeUrl: null,
  queuedAt: now,
  dueAt: now,
  attempts: 0,
  sentAt: null,
  gaveUpAt: null,
  lastProblem: '',
});

/** Takes a letter for sending, unless another process did: until its pause is over nobody else will. */
export async function claimLetter(tx: Writer, letter: { id: string; attempts: number }, now: Date) {
  const { outbox } = tx.tables;
  const claimed = await tx
    .update(outbox)
    .set({ attempts: letter.attempts + 1, dueAt: pauseAfter(letter.attempts + 1, now) })
    .where(and(eq(outbox.id, letter.id), eq(outbox.attempts, letter.attempts), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  return claimed.length > 0;
}

export async function markSent(tx: Writer, id: string, now: Date) {
  const { outbox } = tx.tables;
  await tx.update(outbox).set({ sentAt: now, dueAt: null, lastProblem: '' }).where(eq(outbox.id, id));
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
