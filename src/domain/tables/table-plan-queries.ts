import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isHostedBy } from '../meetups/rsvp-queries.ts';
import type { Viewer } from '../people/viewer.ts';

/** The tables as they were proposed last, for the hosts of the meetup and for admins. */
export async function findTablePlan(read: Reader, viewer: Viewer, meetupId: string) {
  const { tablePlans, meetups } = read.tables;
  const [found] = await read
    .select({ plan: tablePlans })
    .from(tablePlans)
    .innerJoin(meetups, eq(meetups.id, tablePlans.meetupId))
    .where(and(eq(meetups.id, meetupId), inArray(meetups.circle, [...viewer.circles]), isHostedBy(read, viewer)));
  return found?.plan;
}
