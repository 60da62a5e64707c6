import { and, eq, gt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { VenueDetails, VenueFields } from './venue-rules.ts';

/** A venue from the list, or one to add to it. */
export type VenueChoice = { id: string } | { fields: VenueFields };

/** The venue that is meant; one with the same name and address is the same place, and is told anew. */
export async function keepVenue(tx: Writer, choice: VenueChoice, newId: () => string) {
  const { venues } = tx.tables;
  if ('id' in choice) {
    const [known] = await tx.select().from(venues).where(eq(venues.id, choice.id));
    return known;
  }
  const [kept] = await tx
    .insert(venues)
    .values({ ...choice.fields, id: newId() })
    .onConflictDoUpdate({ target: [venues.name, venues.address], set: choice.fields })
    .returning();
  return kept;
}

/** Says anew what there is to know of a place. The calendars of those who come there learn of it. */
export async function describeVenue(tx: Writer, id: string, details: VenueDetails, now: Date) {
  const { venues, meetups } = tx.tables;
  const described = await tx.update(venues).set(details).where(eq(venues.id, id)).returning({ id: venues.id });
  if (described.length === 0) return { kind: 'no-such-venue' as const };
  await tx
    .update(meetups)
    .set({ updatedAt: now })
    .where(and(eq(meetups.venueId, id), gt(meetups.endsAt, now)));
  return { kind: 'described' as const };
}
