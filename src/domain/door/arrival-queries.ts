import { and, eq, inArray, lt, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { ArrivalCount } from './door-facts.ts';

/** Who came to a meetup, as the door says: people by where they belong. All zero when nobody was marked there. */
export async function countArrivals(read: Reader | Writer, meetupId: string): Promise<ArrivalCount> {
  const { arrivals } = read.tables;
  const { circle, partySize, isFirstTime } = arrivals;
  const rows = await read
    .select({ circle, partySize, isFirstTime })
    .from(arrivals)
    .where(eq(arrivals.meetupId, meetupId));
  const people = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((sum, row) => sum + row.partySize, 0);
  return {
    staff: people((row) => row.circle === 'staff'),
    partners: people((row) => row.circle === 'partner'),
    public: people((row) => row.circle === 'public'),
    firstTimers: people((row) => row.isFirstTime),
    parties: rows.length,
  };
}

interface Known {
  personId: string | null;
  email: string | null;
}

/** Which of these people came to a meetup before this one: by who they are, or by the address they gave. */
export async function listArrivedBefore(
  read: Reader | Writer,
  { startsAt }: { startsAt: Date },
  who: readonly Known[],
): Promise<(one: Known) => boolean> {
  const personIds = who.flatMap(({ personId }) => personId ?? []);
  const emails = who.flatMap(({ email }) => email ?? []);
  if (personIds.length + emails.length === 0) return () => false;
  const { arrivals, meetups, rsvps } = read.tables;
  const earlier = await read
    .selectDistinct({ personId: arrivals.personId, email: rsvps.email })
    .from(arrivals)
    .innerJoin(meetups, eq(meetups.id, arrivals.meetupId))
    .leftJoin(rsvps, eq(rsvps.id, arrivals.rsvpId))
    .where(
      and(lt(meetups.startsAt, startsAt), or(inArray(arrivals.personId, personIds), inArray(rsvps.email, emails))),
    );
  const people = new Set(earlier.map(({ personId }) => personId));
  const addresses = new Set(earlier.map(({ email }) => email));
  return ({ personId, email }) =>
    (personId !== null && people.has(personId)) || (email !== null && addresses.has(email));
}
