import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJob } from '../jobs/job-commands.ts';
import { WHOLE_SITE } from '../jobs/job-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { periodLetter } from './period-letters.ts';
import { findPeriod } from './period-queries.ts';
import { momentsOf } from './period-rules.ts';
import { RELEASE_HELD } from './release-commands.ts';

/** The job that tells the staff of a period when it begins. */
export const BEGIN_PERIOD = 'begin-period';

export interface PeriodWish {
  /** Made with the form: sending it twice is one period. */
  id: string;
  startsOn: string;
  endsOn: string;
  zone: string;
  reason: string;
  setById: string;
}

/** Sets the days of a pre-election period, or others. What is held is looked at anew at once. */
export async function savePeriod(tx: Writer, wish: PeriodWish, newId: () => string, now: Date) {
  const { electionPeriods } = tx.tables;
  const before = await findPeriod(tx, wish.id);
  if (before?.endedAt) return { kind: 'ended-early' as const };
  const days = { ...wish, ...momentsOf(wish), setAt: now };
  await tx.insert(electionPeriods).values(days).onConflictDoUpdate({ target: electionPeriods.id, set: days });
  if (!before?.toldAt) await planJob(tx, { id: newId(), kind: BEGIN_PERIOD, subjectId: wish.id, dueAt: days.startsAt });
  await lookAtHeld(tx, newId, now);
  return { kind: 'saved' as const };
}

/** Ends a period now, before its last day, or calls one off that is still ahead. */
export async function endPeriod(
  tx: Writer,
  { id, endedById }: { id: string; endedById: string },
  newId: () => string,
  now: Date,
) {
  const { electionPeriods } = tx.tables;
  const ended = await tx
    .update(electionPeriods)
    .set({ endedAt: now, endedById, endsAt: now })
    .where(and(eq(electionPeriods.id, id), isNull(electionPeriods.endedAt), gt(electionPeriods.endsAt, now)))
    .returning({ id: electionPeriods.id });
  if (ended.length === 0) return { kind: 'over-already' as const };
  await lookAtHeld(tx, newId, now);
  return { kind: 'ended' as const };
}

const lookAtHeld = (tx: Writer, newId: () => string, now: Date) =>
  planJob(tx, { id: newId(), kind: RELEASE_HELD, subjectId: WHOLE_SITE, dueAt: now });

/** Tells the staff, once, what a period that has begun means for them. @returns when it begins, when that is later now. */
export async function tellOfPeriod(tx: Writer, id: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const { electionPeriods, people } = tx.tables;
  const period = await findPeriod(tx, id);
  if (!period || period.toldAt || period.endsAt <= now) return null;
  if (now < period.startsAt) return period.startsAt;
  await tx.update(electionPeriods).set({ toldAt: now }).where(eq(electionPeriods.id, id));
  const staff = await tx
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.circle, 'staff'), isNull(people.leftAt), isNotNull(people.email)));
  const post = staff.map((colleague) => ({
    id: stationery.newId(),
    letter: periodLetter(colleague, period, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return null;
}
