import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetter, queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listKeepers } from '../reviews/due-queries.ts';
import { newsOfLookAlikeLetter, reportedLetter } from './look-alike-letters.ts';
import { CLEARS, ENDS, type LookAlike, type StepKind } from './look-alike-rules.ts';

export type LookAlikeReport = Pick<
  LookAlike,
  'id' | 'link' | 'linkKey' | 'imitatesId' | 'words' | 'answerTo' | 'reportedById'
>;

/** Takes down that an account pretends to be us, and tells the keepers. Sent twice it is one report. */
export async function reportLookAlike(tx: Writer, report: LookAlikeReport, stationery: Stationery, now: Date) {
  const { lookAlikes } = tx.tables;
  const added = await tx
    .insert(lookAlikes)
    .values({ ...report, reportedAt: now })
    .onConflictDoNothing()
    .returning({ id: lookAlikes.id });
  if (added.length === 0) return { kind: 'reported-before' as const };
  const post = (await listKeepers(tx)).map((keeper) => ({
    id: stationery.newId(),
    letter: reportedLetter(keeper, report, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return { kind: 'reported' as const };
}

/** A keeper says what was found or done; verify warns or stops warning accordingly, and whoever reported it hears of it. */
export async function addStep(
  tx: Writer,
  step: { id: string; lookAlikeId: string; kind: StepKind; words: string; byId: string },
  stationery: Stationery,
  now: Date,
) {
  const { lookAlikes, lookAlikeSteps } = tx.tables;
  const [lookAlike] = await tx.select().from(lookAlikes).where(eq(lookAlikes.id, step.lookAlikeId));
  if (!lookAlike) return { kind: 'no-such-report' as const };
  const { kind } = step;
  const confirmedAt = CLEARS.includes(kind) ? null : kind === 'confirmed' ? now : lookAlike.confirmedAt;
  const endedAt = ENDS.includes(kind) ? now : null;
  await tx.update(lookAlikes).set({ confirmedAt, endedAt }).where(eq(lookAlikes.id, lookAlike.id));
  await tx.insert(lookAlikeSteps).values({ ...step, at: now });
  const { answerTo, link } = lookAlike;
  if (answerTo) await queueLetter(tx, stationery.newId(), newsOfLookAlikeLetter(answerTo, { link, kind }), now);
  return { kind: 'noted' as const };
}
