import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/**
 * Who stands in today, having accepted, for those of these people who are away: at most one line for each of them.
 * Letters that would go to somebody who is away go to `email` instead.
 *
 * @param today 'YYYY-MM-DD', local to the site.
 */
export async function listCovers(read: Reader | Writer, personIds: readonly string[], today: string): Promise<Cover[]> {
  const { absences, covers, people } = read.tables;
  if (personIds.length === 0) return [];
  const rows = await read
    .select({
      personId: absences.personId,
      untilOn: absences.untilOn,
      coverId: covers.personId,
      name: people.name,
      email: people.email,
    })
    .from(covers)
    .innerJoin(absences, eq(absences.id, covers.absenceId))
    .innerJoin(people, eq(people.id, covers.personId))
    .where(
      and(
        eq(covers.answer, 'accepted'),
        inArray(absences.personId, [...new Set(personIds)]),
        lte(absences.fromOn, today),
        gte(absences.untilOn, today),
        isNull(people.leftAt),
      ),
    )
    .orderBy(asc(absences.untilOn), asc(absences.id));
  return [...new Map(rows.map((row) => [row.personId, row])).values()];
}

export interface Cover {
  /** Who is away. */
  personId: string;
  /** The last day on which they are away, 'YYYY-MM-DD'. */
  untilOn: string;
  coverId: string;
  name: string;
  email: string | null;
}
