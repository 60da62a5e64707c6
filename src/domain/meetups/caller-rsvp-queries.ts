import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import type { CallerRsvp } from './rsvp-facts.ts';
import { positionAt } from './rsvp-queries.ts';

/**
 * What somebody without a mail address has of meetups that are not over, soonest first: of those that this member of
 * staff may see.
 */
export const listCallerRsvps = (read: Reader, viewer: Viewer, personIds: readonly string[], now: Date) =>
  selectAhead(read, viewer, inArray(read.tables.rsvps.personId, [...personIds]), now);

/** One RSVP of somebody without a mail address: those who have one change it themselves, or ask a host. */
export async function findCallerRsvp(read: Reader, viewer: Viewer, rsvpId: string, now: Date) {
  const [found] = await selectAhead(read, viewer, eq(read.tables.rsvps.id, rsvpId), now);
  return found;
}

async function selectAhead(read: Reader, viewer: Viewer, which: SQL, now: Date): Promise<CallerRsvp[]> {
  const { rsvps, meetups, people, spokenCodes, meetupCancellations } = read.tables;
  return read
    .select({
      rsvp: rsvps,
      position: positionAt(read, now),
      meetup: meetups,
      cancelledAt: meetupCancellations.cancelledAt,
      personId: people.id,
    })
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .innerJoin(people, eq(people.id, rsvps.personId))
    .innerJoin(spokenCodes, eq(spokenCodes.personId, people.id))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(which, isNull(people.email), gt(meetups.endsAt, now), inArray(meetups.circle, [...viewer.circles])))
    .orderBy(asc(meetups.startsAt));
}
