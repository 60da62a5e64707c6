import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { isRegisterKeeper, OVER_STATUSES } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { listRecords, listStandings } from './standing-queries.ts';
import { type GateNeed, stillNeeds } from './training-rules.ts';

const MOST_HOLDERS = 2000;
export const PEOPLE_PER_PAGE = 50;

/**
 * The owners and deputies of live channels who are not through the gate, by name, fifty to a page, each with what they
 * still need. For keepers.
 *
 * @param needs only those who need this; everybody when null.
 */
export async function listBeforeGate(
  read: Reader,
  { needs, page }: { needs: GateNeed | null; page: number },
  today: string,
) {
  const holders = await listHolders(read);
  const ids = holders.map(({ id }) => id);
  const standings = await listStandings(read, ids, today);
  const waiting = holders.flatMap((holder, at) => {
    const standing = standings[at];
    return standing && stillNeeds(standing, needs) ? [{ ...holder, standing }] : [];
  });
  const first = (page - 1) * PEOPLE_PER_PAGE;
  return { count: waiting.length, people: waiting.slice(first, first + PEOPLE_PER_PAGE) };
}

function listHolders(read: Reader) {
  const { people, channels, units, organisations } = read.tables;
  return read
    .selectDistinct({ id: people.id, name: people.name, unit: units.name, organisation: organisations.name })
    .from(people)
    .innerJoin(channels, or(eq(channels.ownerId, people.id), eq(channels.deputyId, people.id)))
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(notInArray(channels.status, [...OVER_STATUSES]), isNull(people.leftAt)))
    .orderBy(asc(people.name), asc(people.id))
    .limit(MOST_HOLDERS);
}

/** Somebody who can be given a record, by their mail address. */
export async function findTrainee(read: Reader, email: string) {
  const { people } = read.tables;
  const isMember = inArray(people.circle, ['staff', 'partner']);
  const [person] = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.email, email), isMember, isNotNull(people.email)));
  return person;
}

/** How the owner and the deputy of a channel stand: for staff, who see the mark beside the names. */
export async function listHolderStandings(read: Reader, viewer: { circle: string }, channelId: string, today: string) {
  if (viewer.circle !== 'staff') return undefined;
  const [holders] = await holdersOf(read, { channelId });
  const ids = [holders?.ownerId, holders?.deputyId].flatMap((id) => id ?? []);
  const standings = new Map((await listStandings(read, ids, today)).map((one) => [one.personId, one]));
  return {
    owner: standings.get(holders?.ownerId ?? ''),
    deputy: standings.get(holders?.deputyId ?? ''),
  };
}

const holdersOf = keepQuery((read: Reader) => {
  const { id, ownerId, deputyId } = read.tables.channels;
  return read
    .select({ ownerId, deputyId })
    .from(read.tables.channels)
    .where(eq(id, blank('channelId', id)));
});

const MOST_RECORDS = 50;

/** What somebody agreed to and learned, newest first, with who wrote it down: for themselves and for keepers; undefined for others. */
export async function findGateRecords(read: Reader, viewer: Viewer, personId: string) {
  if (viewer.person?.id !== personId && !isRegisterKeeper(viewer)) return undefined;
  const { policyAcknowledgements: agreements, policies, people } = read.tables;
  const [trained, agreed] = await Promise.all([
    listRecords(read, personId),
    read
      .select({
        ...{ title: policies.title, version: agreements.version },
        ...{ how: agreements.how, agreedAt: agreements.agreedAt, enteredBy: people.name },
      })
      .from(agreements)
      .innerJoin(policies, eq(policies.key, agreements.policyKey))
      .leftJoin(people, eq(people.id, agreements.enteredById))
      .where(eq(agreements.personId, personId))
      .orderBy(desc(agreements.agreedAt), desc(agreements.id))
      .limit(MOST_RECORDS),
  ]);
  return { trained, agreed };
}

/** The modules a meetup gives to whoever comes. */
export async function listGivenModules(read: Reader, meetupId: string): Promise<string[]> {
  const { meetupModules } = read.tables;
  const rows = await read
    .select({ key: meetupModules.moduleKey })
    .from(meetupModules)
    .where(eq(meetupModules.meetupId, meetupId));
  return rows.map(({ key }) => key);
}
