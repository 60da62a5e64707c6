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

/** Whom somebody is asked to stand in for, or does, from today on. */
export const listMyCovers = (read: Reader, personId: string, today: string) => {
  const { absences } = read.tables;
  return selectCovers(read)
    .where(and(eq(read.tables.covers.personId, personId), gte(absences.untilOn, today)))
    .orderBy(asc(absences.fromOn));
};

/** What the link of a letter asks: to stand in for whom, and when. */
export async function findCoverAsked(read: Reader, linkHash: string) {
  const [found] = await selectCovers(read).where(eq(read.tables.covers.linkId, linkHash));
  return found;
}

export type MyCover = Awaited<ReturnType<typeof listMyCovers>>[number];

function selectCovers(read: Reader) {
  const { absences, covers, people } = read.tables;
  const { fromOn, untilOn } = absences;
  return read
    .select({ absenceId: covers.absenceId, away: people.name, fromOn, untilOn, answer: covers.answer })
    .from(covers)
    .innerJoin(absences, eq(absences.id, covers.absenceId))
    .innerJoin(people, eq(people.id, absences.personId));
}
