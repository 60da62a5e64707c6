import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { VenueFields } from './venue-rules.ts';

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
