import { and, inArray, lte, ne, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { DAYS_NEEDS_ARE_KEPT, NO_NEEDS } from './needs-rules.ts';

/** Forgets what guests needed and whom they brought, a week after the meetup: nobody needs to know any more. */
export async function forgetNeeds(tx: Writer, now: Date) {
  const { rsvps, meetups } = tx.tables;
  const over = tx
    .select({ id: meetups.id })
    .from(meetups)
    .where(lte(meetups.endsAt, new Date(now.getTime() - DAYS_NEEDS_ARE_KEPT * 86_400_000)));
  const { accessNeeds, dietaryNeeds, childNeeds, partyNames } = rsvps;
  const isTold = or(...[accessNeeds, dietaryNeeds, childNeeds, partyNames].map((need) => ne(need, '')));
  await tx
    .update(rsvps)
    .set(NO_NEEDS)
    .where(and(inArray(rsvps.meetupId, over), isTold));
}
