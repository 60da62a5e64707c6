import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { morningOf } from '../time/morning-rules.ts';
import { refreshStanding } from './standing-commands.ts';
import type { Result } from './standing-rules.ts';
import { resultLetter } from './try-out-letters.ts';
import { findTryOut, listAuthorAddresses, type TryOutKey } from './try-out-queries.ts';
import { ASK, usualDay } from './try-out-rules.ts';

export interface TryOutAnswer {
  /** `not-yet`: ask again four weeks on. */
  result: Result | 'not-yet';
  difference: string;
  /** `YYYY-MM-DD` where the site is, and its zone. */
  today: string;
  zone: string;
}

/** Takes down how a try-out went, tells the authors, and lets the lesson stand accordingly. The first answer stands. */
export async function answerTryOut(
  tx: Writer,
  key: TryOutKey,
  { result, difference, today, zone }: TryOutAnswer,
  stationery: Stationery,
  now: Date,
) {
  const found = await findTryOut(tx, key);
  if (!found) return { kind: 'no-such-try-out' as const };
  const { tryOut, lesson, person } = found;
  if (found.result) return { kind: 'answered-before' as const, slug: lesson.slug };
  if (result === 'not-yet') {
    const askOn = usualDay(today);
    await tx.update(tx.tables.tryOuts).set({ askOn, asked: 0 }).where(eq(tx.tables.tryOuts.id, tryOut.id));
    await planJob(tx, { id: stationery.newId(), kind: ASK, subjectId: tryOut.id, dueAt: morningOf(askOn, zone) });
    return { kind: 'not-yet' as const, slug: lesson.slug };
  }
  await keepResult(tx, tryOut.id, { result, difference, answeredAt: now });
  await refreshStanding(tx, lesson.id);
  const authors = await listAuthorAddresses(tx, lesson.id, person.id);
  const letters = authors.map((author) => resultLetter({ ...found, author, result, difference }, stationery));
  const post = letters.map((letter) => ({ id: stationery.newId(), letter }));
  await queueLetters(tx, post, stationery, now);
  return { kind: 'answered' as const, slug: lesson.slug };
}

async function keepResult(
  tx: Writer,
  tryOutId: string,
  result: { result: Result; difference: string; answeredAt: Date },
) {
  const { tryOuts, tryOutResults } = tx.tables;
  await tx.insert(tryOutResults).values({ tryOutId, ...result });
  await tx.update(tryOuts).set({ openKey: null }).where(eq(tryOuts.id, tryOutId));
  await dropJob(tx, ASK, tryOutId);
}
