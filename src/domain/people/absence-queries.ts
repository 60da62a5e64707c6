import { and, asc, eq, gte } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** When somebody said that they are away, from today on. For themselves. */
export const listAbsences = (read: Reader, personId: string, today: string) => {
  const { absences } = read.tables;
  const { id, fromOn, untilOn } = absences;
  return read
    .select({ id, fromOn, untilOn })
    .from(absences)
    .where(and(eq(absences.personId, personId), gte(untilOn, today)))
    .orderBy(asc(fromOn));
};
