import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isHostedBy } from '../meetups/rsvp-queries.ts';
import { isCounted } from '../meetups/rsvp-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import type { NamedParty } from './table-facts.ts';

/**
 * Who is to be seated, by name: whoever has arrived, or, while nobody has, whoever is going. For the hosts of the meetup
 * and for admins; anybody else gets nothing.
 */
export async function listNamedParties(read: Reader, viewer: Viewer, meetupId: string, now: Date) {
  const arrived = await listArrived(read, viewer, meetupId);
  const parties = arrived.length > 0 ? arrived : await listGoing(read, viewer, meetupId, now);
  return parties.sort((one, other) => one.name.localeCompare(other.name));
}

async function listGoing(read: Reader, viewer: Viewer, meetupId: string, now: Date): Promise<NamedParty[]> {
  const { rsvps, meetups, people } = read.tables;
  const rows = await read
    .select({ rsvp: rsvps, unitId: people.unitId, organisationId: people.organisationId })
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .leftJoin(people, eq(people.id, rsvps.personId))
    .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.status, 'going'), isSeen(read, viewer), isHostedBy(read, viewer)))
    .orderBy(asc(rsvps.turn));
  return rows
    .filter(({ rsvp }) => isCounted(rsvp, now))
    .map(({ rsvp: { id, name, circle, partySize, accessNeeds, personId, email }, unitId, organisationId }) => ({
      ...{ id, name, circle, size: partySize, personId, email },
      belongsTo: unitId ?? organisationId,
      needsEasyTable: accessNeeds !== '',
    }));
}

async function listArrived(read: Reader, viewer: Viewer, meetupId: string): Promise<NamedParty[]> {
  const { arrivals, rsvps, meetups, people } = read.tables;
  const rows = await read
    .select({
      arrival: arrivals,
      unitId: people.unitId,
      organisationId: people.organisationId,
      email: rsvps.email,
      accessNeeds: rsvps.accessNeeds,
    })
    .from(arrivals)
    .innerJoin(meetups, eq(meetups.id, arrivals.meetupId))
    .leftJoin(rsvps, eq(rsvps.id, arrivals.rsvpId))
    .leftJoin(people, eq(people.id, arrivals.personId))
    .where(and(eq(arrivals.meetupId, meetupId), isSeen(read, viewer), isHostedBy(read, viewer)))
    .orderBy(asc(arrivals.arrivedAt), asc(arrivals.id));
  return rows.map(({ arrival: { id, rsvpId, name, circle, partySize, personId, ...arrival }, ...row }) => ({
    ...{ id: rsvpId ?? id, name, circle, size: partySize, personId, email: row.email },
    belongsTo: arrival.unitId ?? row.unitId ?? row.organisationId,
    needsEasyTable: Boolean(row.accessNeeds),
  }));
}

const isSeen = ({ tables: { meetups } }: Reader, { circles }: Viewer) => inArray(meetups.circle, [...circles]);
