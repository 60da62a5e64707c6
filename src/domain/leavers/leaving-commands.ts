import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { keepPersonEntry } from '../people/person-entry-commands.ts';
import { forgetEntry } from '../search/search-commands.ts';
import { listSoleNames } from './sole-name-queries.ts';

/** The job that tells on somebody's last day what is still open. */
export const LAST_DAY = 'tell-of-last-day';

/** Notes somebody's last day, or that they stay (`leavingOn` null). On its morning everybody concerned hears what is open. */
export async function setLeavingDay(
  tx: Writer,
  { personId, leavingOn, tellAt }: { personId: string; leavingOn: string | null; tellAt: Date | null },
  newId: () => string,
) {
  const { people } = tx.tables;
  await tx.update(people).set({ leavingOn }).where(eq(people.id, personId));
  if (tellAt) await planJob(tx, { id: newId(), kind: LAST_DAY, subjectId: personId, dueAt: tellAt });
  else await dropJob(tx, LAST_DAY, personId);
}

/**
 * Notes that somebody has left: they are signed out everywhere, get no mail, and are not found or chosen any more. What
 * they did stays. Refused while they are the only name on something.
 *
 * @param today 'YYYY-MM-DD', local to the site.
 */
export async function markLeft(
  tx: Writer,
  { personId, notedById, today }: { personId: string; notedById: string; today: string },
  now: Date,
) {
  const only = await listSoleNames(tx, personId, today, now);
  if (only.length > 0) return { kind: 'only-name' as const, only };
  const { people, sessions } = tx.tables;
  const [left] = await tx
    .update(people)
    .set({ leftAt: now, leftNotedById: notedById })
    .where(and(eq(people.id, personId), isNull(people.leftAt)))
    .returning({ id: people.id });
  if (!left) return { kind: 'left-already' as const };
  await tx.delete(sessions).where(eq(sessions.personId, personId));
  await forgetEntry(tx, 'person', personId);
  await dropJob(tx, LAST_DAY, personId);
  return { kind: 'left' as const };
}

/** They are here after all, or again: they can sign in and be chosen as before. */
export async function bringBack(tx: Writer, personId: string) {
  const { people } = tx.tables;
  const [person] = await tx
    .update(people)
    .set({ leftAt: null, leftNotedById: null, leavingOn: null })
    .where(eq(people.id, personId))
    .returning();
  if (!person) return { kind: 'no-such-person' as const };
  await keepPersonEntry(tx, person);
  return { kind: 'back' as const };
}
