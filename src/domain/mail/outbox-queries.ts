import { asc, desc, eq, gt, isNotNull, lte, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { beyondAnyPause } from './outbox-rules.ts';

/** The letters to send now, oldest first. */
export const listDue = (read: Reader, now: Date, most: number) => {
  const { outbox } = read.tables;
  const isDue = or(lte(outbox.dueAt, now), gt(outbox.dueAt, beyondAnyPause(now)));
  return read.select().from(outbox).where(isDue).orderBy(asc(outbox.dueAt)).limit(most);
};

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
