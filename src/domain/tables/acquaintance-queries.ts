import { and, eq, inArray, lt, ne, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { type Encounter, metBefore } from './acquaintance-rules.ts';
import type { NamedParty } from './table-facts.ts';

/** How well these parties know each other from the meetups before this one: see `metBefore`. */
export async function findAcquaintances(
  read: Reader,
  meetup: { id: string; startsAt: Date },
  parties: readonly NamedParty[],
) {
  const { arrivals, meetups, rsvps, tablePlans } = read.tables;
  const personIds = parties.flatMap(({ personId }) => personId ?? []);
  const emails = parties.flatMap(({ email }) => email ?? []);
  if (personIds.length + emails.length === 0) return () => 0;
  const rows = await read
    .select({
      meetupId: arrivals.meetupId,
      personId: arrivals.personId,
      email: rsvps.email,
      id: arrivals.id,
      rsvpId: arrivals.rsvpId,
      tables: tablePlans.tables,
    })
    .from(arrivals)
    .innerJoin(meetups, eq(meetups.id, arrivals.meetupId))
    .leftJoin(rsvps, eq(rsvps.id, arrivals.rsvpId))
    .leftJoin(tablePlans, eq(tablePlans.meetupId, arrivals.meetupId))
    .where(
      and(
        ne(arrivals.meetupId, meetup.id),
        lt(meetups.startsAt, meetup.startsAt),
        or(inArray(arrivals.personId, personIds), inArray(rsvps.email, emails)),
      ),
    );
  const encounters = rows.map(
    ({ meetupId, personId, email, id, rsvpId, tables }): Encounter => ({
      ...{ meetupId, personId, email },
      table: tables?.findIndex((ids) => ids.includes(rsvpId ?? id)) ?? -1,
    }),
  );
  return metBefore(parties, encounters);
}
