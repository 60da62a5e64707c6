import { and, eq, lt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { readTime } from '../meetups/meetup-time-rules.ts';
import { dayAfter, forgottenBefore } from './absence-rules.ts';
import { type Away, askCover, mayCover, releaseCover } from './cover-commands.ts';
import { welcomeBackLetter } from './cover-letters.ts';

/** The job that writes to somebody on the first morning back. */
export const WELCOME_BACK = 'welcome-back';
const WRITTEN_AT = '07:00';

/**
 * Notes that somebody is away; the last day is one of them. Whoever is to stand in is asked by mail. What is long over is
 * forgotten.
 *
 * @param today 'YYYY-MM-DD', local to the site.
 */
export async function noteAbsence(
  tx: Writer,
  { coverId, ...wish }: Away & { coverId: string | null },
  today: string,
  stationery: Stationery,
  now: Date,
) {
  const { absences } = tx.tables;
  if (coverId !== null && !(await mayCover(tx, coverId, wish.personId))) return { kind: 'no-such-person' as const };
  const isTheirs = eq(absences.personId, wish.personId);
  await tx.delete(absences).where(and(isTheirs, lt(absences.untilOn, forgottenBefore(today))));
  await tx.insert(absences).values(wish).onConflictDoNothing();
  const [away] = await tx
    .select()
    .from(absences)
    .where(and(isTheirs, eq(absences.id, wish.id)));
  if (!away) return { kind: 'noted' as const };
  const back = readTime(`${dayAfter(away.untilOn)}T${WRITTEN_AT}`, stationery.zone);
  const job = { id: stationery.newId(), kind: WELCOME_BACK, subjectId: away.id };
  if (back.kind === 'right' && back.at > now) await planJob(tx, { ...job, dueAt: back.at });
  return coverId === null ? { kind: 'noted' as const } : askCover(tx, away, coverId, stationery, now);
}

/** Somebody is there after all. Only for whoever noted it; whoever was to stand in is told. */
export async function forgetAbsence(
  tx: Writer,
  { id, personId }: { id: string; personId: string },
  stationery: Stationery,
  now: Date,
) {
  const { absences } = tx.tables;
  const isTheirs = and(eq(absences.id, id), eq(absences.personId, personId));
  const [away] = await tx.select().from(absences).where(isTheirs);
  if (!away) return;
  await releaseCover(tx, away, stationery, now);
  await dropJob(tx, WELCOME_BACK, id);
  await tx.delete(absences).where(isTheirs);
}

/** Writes to somebody who is back. @param absenceId a forgotten one has nobody to write to. */
export async function welcomeBack(tx: Writer, absenceId: string, stationery: Stationery, now: Date): Promise<null> {
  const { absences, people } = tx.tables;
  const [person] = await tx
    .select({ name: people.name, email: people.email })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.personId))
    .where(eq(absences.id, absenceId));
  if (!person?.email) return null;
  const letter = welcomeBackLetter({ ...person, email: person.email }, stationery);
  await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  return null;
}
