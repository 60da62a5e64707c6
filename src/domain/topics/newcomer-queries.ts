import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';

/** Stands for nobody: no record has it. */
const NOBODY = '';

/** Whether somebody has not come to a meetup, hosted one or offered a topic before; `email` is lower case. */
export async function isNewcomer(
  tx: Writer,
  { personId, email }: { personId: string | null; email: string | null },
  now: Date,
): Promise<boolean> {
  const [person, address] = [personId ?? NOBODY, email ?? NOBODY];
  const { topics, rsvps, arrivals, meetups } = tx.tables;
  const isTheirs = or(eq(rsvps.personId, person), eq(rsvps.email, address));
  const ownRsvps = tx.select({ id: rsvps.id }).from(rsvps).where(isTheirs);
  const over = tx.select({ id: meetups.id }).from(meetups).where(lte(meetups.endsAt, now));
  const hadPlace = and(eq(rsvps.status, 'going'), isNull(rsvps.heldUntil), inArray(rsvps.meetupId, over));
  const traces = await Promise.all([
    tx.$count(arrivals, or(eq(arrivals.personId, person), inArray(arrivals.rsvpId, ownRsvps))),
    tx.$count(rsvps, and(isTheirs, hadPlace)),
    tx.$count(meetups, or(eq(meetups.hostId, person), eq(meetups.secondHostId, person))),
    tx.$count(topics, and(or(eq(topics.offeredById, person), eq(topics.email, address)), isNull(topics.heldUntil))),
  ]);
  return traces.every((number) => number === 0);
}
