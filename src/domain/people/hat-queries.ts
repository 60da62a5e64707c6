import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isLive, mayBeSeen } from '../channels/channel-filter-queries.ts';
import type { Hat } from './hat-rules.ts';
import { STRANGER } from './viewer.ts';

const MOST_CHANNELS = 50;

/**
 * What somebody may speak for now: their unit, their organisation, and the channels they own or deputise for that
 * everyone may know of, since a hat is shown wherever its words are. Nothing for whoever has left.
 */
export async function listHats(read: Reader | Writer, personId: string): Promise<Hat[]> {
  const [places, channels] = await Promise.all([listPlaces(read, personId), listKept(read, personId)]);
  return [...places, ...channels.map((channel) => ({ kind: 'channel' as const, ...channel }))];
}

async function listPlaces(read: Reader | Writer, personId: string): Promise<Hat[]> {
  const { people, units, organisations } = read.tables;
  const [place] = await read
    .select({
      unit: { id: units.id, name: units.name },
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(people)
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.id, personId), isNull(people.leftAt)));
  return [
    ...(place?.unit ? [{ kind: 'unit' as const, ...place.unit }] : []),
    ...(place?.organisation ? [{ kind: 'organisation' as const, ...place.organisation }] : []),
  ];
}

function listKept(read: Reader | Writer, personId: string) {
  const { channels, people } = read.tables;
  const isTheirs = or(eq(channels.ownerId, people.id), eq(channels.deputyId, people.id));
  return read
    .select({ id: channels.id, name: channels.name })
    .from(people)
    .innerJoin(channels, isTheirs)
    .where(and(eq(people.id, personId), isNull(people.leftAt), mayBeSeen(channels, STRANGER), isLive(read)))
    .orderBy(asc(channels.name), asc(channels.id))
    .limit(MOST_CHANNELS);
}
