import { and, asc, desc, eq, gt, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { beyondAnyPause } from './outbox-rules.ts';

/** The letters to send now: answers to what somebody did before news for many, each oldest first. */
export async function listDue(read: Reader, now: Date, most: number) {
  const { unsubscribeUrl } = read.tables.outbox;
  const answers = await listDueAmong(read, isNull(unsubscribeUrl), now, most);
  if (answers.length === most) return answers;
  return [...answers, ...(await listDueAmong(read, isNotNull(unsubscribeUrl), now, most - answers.length))];
}

function listDueAmong(read: Reader, which: SQL, now: Date, most: number) {
  const { outbox } = read.tables;
  const isDue = or(lte(outbox.dueAt, now), gt(outbox.dueAt, beyondAnyPause(now)));
  // What went is not due, which the engine sees only when told: else it would pass by all that ever went.
  const waiting = and(which, isNotNull(outbox.dueAt), isDue);
  return read.select().from(outbox).where(waiting).orderBy(asc(outbox.dueAt)).limit(most);
}

/** The letters that were given up, newest first: for the admin. */
export const listGivenUp = (read: Reader) => {
  const { outbox } = read.tables;
  return read.select().from(outbox).where(isNotNull(outbox.gaveUpAt)).orderBy(desc(outbox.gaveUpAt)).limit(100);
};

/** The newest letters, sent or not: what the demo shows instead of sending. */
export const listLetters = (read: Reader) => {
  const { outbox } = read.tables;
  return read.select().from(outbox).orderBy(desc(outbox.queuedAt), desc(outbox.id)).limit(50);
};

export async function findLetter(read: Reader, id: string) {
  const { outbox } = read.tables;
  const [letter] = await read.select().from(outbox).where(eq(outbox.id, id));
  return letter;
}
