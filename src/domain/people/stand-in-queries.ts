import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank } from '#db/kept-query.ts';
import { keepPerCircle, type Seer } from './circle-queries.ts';
import { nameSeenBy } from './name-queries.ts';
import type { Viewer } from './viewer.ts';

const MOST_AT_ONCE = 500;

/** Everybody who stands in today, as a viewer may see them, with whom they stand in for: for lists. */
export async function listStandIns(read: Reader, viewer: Viewer, today: string): Promise<Map<string, StandIn>> {
  const { absences, covers, people } = read.tables;
  const rows = await read
    .select({ personId: absences.personId, untilOn: absences.untilOn, ...shown(viewer, people) })
    .from(covers)
    .innerJoin(absences, eq(absences.id, covers.absenceId))
    .innerJoin(people, eq(people.id, covers.personId))
    .where(standsIn(read, today))
    .limit(MOST_AT_ONCE);
  return new Map(rows.map(({ personId, ...standIn }) => [personId, standIn]));
}

/** Who stands in today for the owner or the deputy of a channel. */
export async function listStandInsOf(read: Reader, viewer: Viewer, channelId: string, today: string) {
  const rows = await standInsOf(read, viewer, { channelId, today });
  const inRole = (isOwner: boolean): StandIn | undefined => {
    const row = rows.find((one) => (one.personId === one.ownerId) === isOwner);
    return row && { untilOn: row.untilOn, name: row.name, role: row.role };
  };
  return { owner: inRole(true), deputy: inRole(false) };
}

const standInsOf = keepPerCircle((read, seer) => {
  const { channels, absences, covers, people } = read.tables;
  const { id, ownerId, deputyId } = channels;
  return read
    .select({ ownerId, personId: absences.personId, untilOn: absences.untilOn, ...shown(seer, people) })
    .from(channels)
    .innerJoin(absences, or(eq(absences.personId, ownerId), eq(absences.personId, deputyId)))
    .innerJoin(covers, eq(covers.absenceId, absences.id))
    .innerJoin(people, eq(people.id, covers.personId))
    .where(and(eq(id, blank('channelId', id)), standsIn(read, blank('today', absences.untilOn))));
});

/** Who answers instead of somebody, and until when. */
export interface StandIn {
  /** The last day, 'YYYY-MM-DD'. */
  untilOn: string;
  /** Null for those who may not know it. */
  name: string | null;
  /** What they do. */
  role: string;
}

const shown = (seer: Seer, people: Reader['tables']['people']) => ({
  name: nameSeenBy(seer, people),
  role: people.jobTitle,
});

function standsIn({ tables: { absences, covers, people } }: Reader, today: string | SQL): SQL | undefined {
  const isToday = and(lte(absences.fromOn, today), gte(absences.untilOn, today));
  return and(eq(covers.answer, 'accepted'), isToday, isNull(people.leftAt));
}
