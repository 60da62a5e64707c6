import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { leaseUntil, lookAgainAt, type SentWebmention } from './webmention-rules.ts';

/** Notes that a lesson was published, changed or taken back: the pages it speaks of hear of it, where that is switched on. */
export async function planTelling(tx: Writer, lessonId: string, now: Date) {
  const { lessonTellings } = tx.tables;
  await tx
    .insert(lessonTellings)
    .values({ lessonId, dueAt: now })
    .onConflictDoUpdate({ target: lessonTellings.lessonId, set: { dueAt: now } });
}

/** Plans to tell each page that a lesson links to, and those that were told before and are not linked any more. */
export async function planSendings(
  tx: Writer,
  { lessonId, dueAt }: { lessonId: string; dueAt: Date | null },
  links: readonly string[],
  now: Date,
) {
  const { lessonTellings, sentWebmentions } = tx.tables;
  const isRead = and(eq(lessonTellings.lessonId, lessonId), dueAt ? eq(lessonTellings.dueAt, dueAt) : undefined);
  const taken = await tx.update(lessonTellings).set({ dueAt: null }).where(isRead).returning();
  if (taken.length === 0) return;
  const isGone = and(
    eq(sentWebmentions.lessonId, lessonId),
    eq(sentWebmentions.isLinked, true),
    notInArray(sentWebmentions.target, [...links]),
  );
  const unlinked = { isLinked: false, attempts: 0 };
  await tx
    .update(sentWebmentions)
    .set({ ...unlinked, dueAt: now })
    .where(and(isGone, isNotNull(sentWebmentions.toldAt)));
  await tx
    .update(sentWebmentions)
    .set({ ...unlinked, dueAt: null })
    .where(isGone);
  if (links.length === 0) return;
  const anew = { isLinked: true, dueAt: now, attempts: 0 };
  await tx
    .insert(sentWebmentions)
    .values(links.map((target) => ({ lessonId, target, ...anew })))
    .onConflictDoUpdate({ target: [sentWebmentions.lessonId, sentWebmentions.target], set: anew });
}

/** Takes one that is due for some minutes, unless somebody else did. @returns it as it is now. */
export async function claimSending(
  tx: Writer,
  sending: SentWebmention,
  now: Date,
): Promise<SentWebmention | undefined> {
  const { sentWebmentions } = tx.tables;
  const [claimed] = await tx
    .update(sentWebmentions)
    .set({ dueAt: leaseUntil(now), askedAt: now })
    .where(isHeld(tx, sending))
    .returning();
  return claimed;
}

export interface SendingResult {
  outcome: NonNullable<SentWebmention['outcome']>;
  detail: string;
}

/** Notes what came of telling, unless the lesson was changed meanwhile: then it is told again. */
export async function noteSending(tx: Writer, claimed: SentWebmention, { outcome, detail }: SendingResult, now: Date) {
  const attempts = claimed.attempts + 1;
  const dueAt = outcome === 'not-reached' ? lookAgainAt(attempts, now) : null;
  const toldAt = claimed.toldAt ?? (outcome === 'told' ? now : null);
  await tx
    .update(tx.tables.sentWebmentions)
    .set({ outcome, detail, attempts, dueAt, toldAt })
    .where(isHeld(tx, claimed));
}

function isHeld({ tables: { sentWebmentions } }: Writer, { lessonId, target, dueAt }: SentWebmention) {
  const isThis = and(eq(sentWebmentions.lessonId, lessonId), eq(sentWebmentions.target, target));
  return and(isThis, dueAt ? eq(sentWebmentions.dueAt, dueAt) : undefined);
}
