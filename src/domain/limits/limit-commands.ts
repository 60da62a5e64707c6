import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';

export interface Limit {
  /** What is limited and for whom, already hashed: no address is kept. */
  id: string;
  most: number;
  minutes: number;
}

/**
 * Uses up one of a limited number of tries.
 *
 * @returns `over` with the moment from which trying again makes sense, once `most` tries were made within the window.
 */
export async function useLimit(tx: Writer, { id, most, minutes }: Limit, now: Date) {
  const endsAt = new Date(now.getTime() + minutes * 60_000);
  await forgetEnded(tx, { id, now, endsAt });
  const [row] = await countTry(tx, { id, endsAt });
  return row && row.used > most ? { kind: 'over' as const, until: row.endsAt } : { kind: 'within' as const };
}

const forgetEnded = keepQuery((tx: Writer) => {
  const { limits } = tx.tables;
  const endsTooLate = gt(limits.endsAt, blank('endsAt', limits.endsAt)); // the clock was put back since
  const ended = lt(limits.endsAt, blank('now', limits.endsAt));
  return tx.delete(limits).where(or(ended, and(eq(limits.id, blank('id', limits.id)), endsTooLate)));
});

const countTry = keepQuery((tx: Writer) => {
  const { limits } = tx.tables;
  return tx
    .insert(limits)
    .values({ id: blank('id', limits.id), used: 1, endsAt: blank('endsAt', limits.endsAt) })
    .onConflictDoUpdate({ target: limits.id, set: { used: sql`${limits.used} + 1` } })
    .returning();
});
