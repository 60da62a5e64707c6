import { and, eq, exists, lte, notExists, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';

/**
 * Whether somebody comes for the first time: they were never ticked off at the door, nor had a place at a meetup where
 * nobody was. Of those who gave no address it is not known: they say so themselves.
 */
export async function isNewHere(
  read: Reader | Writer,
  { email, personId }: { email: string | null; personId: string | null },
  now: Date,
): Promise<boolean> {
  if (!email && !personId) return false;
  return (await findVisit(read, { email, personId, now })).length === 0;
}

const findVisit = keepQuery((read: Reader | Writer) => {
  const { arrivals, meetups, rsvps } = read.tables;
  const visit = { one: sql<number>`1` };
  const ticked = read.select(visit).from(arrivals).where(eq(arrivals.meetupId, rsvps.meetupId));
  const tickedOff = read
    .select(visit)
    .from(arrivals)
    .where(and(eq(arrivals.meetupId, rsvps.meetupId), eq(arrivals.rsvpId, rsvps.id)));
  const isTheirs = or(
    eq(rsvps.email, blank('email', rsvps.email)),
    eq(rsvps.personId, blank('personId', rsvps.personId)),
  );
  const hasCome = or(exists(tickedOff), and(eq(rsvps.status, 'going'), notExists(ticked)));
  const bySaying = read
    .select(visit)
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .where(and(isTheirs, lte(meetups.endsAt, blank('now', meetups.endsAt)), hasCome));
  const byWalkingIn = read
    .select(visit)
    .from(arrivals)
    .where(eq(arrivals.personId, blank('personId', arrivals.personId)));
  return bySaying.unionAll(byWalkingIn).limit(1);
});
