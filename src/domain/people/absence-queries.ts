import { and, asc, desc, eq, gte, lte } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** When somebody said that they are away, from today on, and who stands in. For themselves. */
export const listAbsences = (read: Reader, personId: string, today: string) => {
  const { absences } = read.tables;
  return selectAbsences(read)
    .where(and(eq(absences.personId, personId), gte(absences.untilOn, today)))
    .orderBy(asc(absences.fromOn));
};

/** The last time somebody was away that has begun by today. */
export async function findLastAbsence(read: Reader, personId: string, today: string) {
  const { absences } = read.tables;
  const [last] = await selectAbsences(read)
    .where(and(eq(absences.personId, personId), lte(absences.fromOn, today)))
    .orderBy(desc(absences.fromOn))
    .limit(1);
  return last;
}

export type Absence = Awaited<ReturnType<typeof listAbsences>>[number];

function selectAbsences(read: Reader) {
  const { absences, covers, people } = read.tables;
  const { id, fromOn, untilOn } = absences;
  return read
    .select({ id, fromOn, untilOn, cover: people.name, answer: covers.answer })
    .from(absences)
    .leftJoin(covers, eq(covers.absenceId, id))
    .leftJoin(people, eq(people.id, covers.personId));
}
