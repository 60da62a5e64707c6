import { and, eq, gt, lt, or, sql } from 'drizzle-orm';
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
  const endsAt = new Date(now.getTime() + limit.minutes * 60_000);
  const impossible = and(eq(limits.id, limit.id), gt(limits.endsAt, endsAt)); // the clock was put back since
  await tx.delete(limits).where(or(lt(limits.endsAt, now), impossible));
  const [row] = await tx
    .insert(limits)
    .values({ id: limit.id, used: 1, endsAt })
    .onConflictDoUpdate({ target: limits.id, set: { used: sql`${limits.used} + 1` } })
    .returning();
  return row && row.used > limit.most ? { kind: 'over' as const, until: row.endsAt } : { kind: 'within' as const };
}
