import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { askingLetter } from './try-out-letters.ts';
import { findTryOut } from './try-out-queries.ts';
import { askAgainAt, MOST_ASKED } from './try-out-rules.ts';

/**
 * Asks whoever tries a lesson how it went: up to three times, three weeks apart. Then it is forgotten, since nobody will
 * say any more.
 *
 * @returns when to ask again; null when there is no reason to.
 */
export async function askHowItWent(
  tx: Writer,
  tryOutId: string,
  stationery: Stationery,
  now: Date,
): Promise<Date | null> {
  const found = await findTryOut(tx, { tryOutId });
  if (!found || found.result) return null;
  const { tryOuts, tryOutLinks } = tx.tables;
  const { tryOut, person } = found;
  if (found.isWithdrawn || !person.email || tryOut.asked >= MOST_ASKED) {
    await tx.delete(tryOuts).where(eq(tryOuts.id, tryOutId));
    return null;
  }
  const { token, hash } = stationery.newToken();
  await tx.insert(tryOutLinks).values({ id: hash, tryOutId });
  await tx
    .update(tryOuts)
    .set({ asked: tryOut.asked + 1 })
    .where(eq(tryOuts.id, tryOutId));
  const letter = askingLetter(found, person.email, token, stationery);
  await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  return askAgainAt(now);
}
