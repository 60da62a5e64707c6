import { and, eq, lt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';

/** Notes that somebody is away; the last day is one of them. What is long over is forgotten. */
export async function noteAbsence(
  tx: Writer,
  absence: { id: string; personId: string; fromOn: string; untilOn: string },
  today: string,
) {
  const { absences } = tx.tables;
  await tx.delete(absences).where(and(eq(absences.personId, absence.personId), lt(absences.untilOn, today)));
  await tx.insert(absences).values(absence).onConflictDoNothing();
}

/** Somebody is there after all. Only for whoever noted it. */
export async function forgetAbsence(tx: Writer, { id, personId }: { id: string; personId: string }) {
  const { absences } = tx.tables;
  await tx.delete(absences).where(and(eq(absences.id, id), eq(absences.personId, personId)));
}
