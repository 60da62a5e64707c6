import { lt, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';

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
export async function useLimit(tx: Writer, limit: Limit, now: Date) {
  const { limits } = tx.tables;
  await tx.delete(limits).where(lt(limits.endsAt, now));
  const [row] = await tx
    .insert(limits)
    .values({ id: limit.id, used: 1, endsAt: new Date(now.getTime() + limit.minutes * 60_000) })
    .onConflictDoUpdate({ target: limits.id, set: { used: sql`${limits.used} + 1` } })
    .returning();
  return row && row.used > limit.most ? { kind: 'over' as const, until: row.endsAt } : { kind: 'within' as const };
}
