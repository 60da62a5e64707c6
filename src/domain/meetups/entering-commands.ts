import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { addCaller } from '../people/caller-commands.ts';
import { findCaller } from '../people/caller-queries.ts';
import type { Circle } from '../people/viewer.ts';
import type { PartyWish } from './placing-commands.ts';
import { saveRsvp } from './rsvp-commands.ts';
import type { Rsvp } from './rsvp-facts.ts';

/** What a colleague types for somebody who rang, wrote or stood at the counter. */
export interface Entry extends PartyWish {
  meetupId: string;
  /** What the colleague may see. */
  circles: readonly Circle[];
  enteredById: string;
  /** Of somebody who was here before without an address; else made by the form, so that pressing twice enters once. */
  callerId: string;
  name: string;
  email: string | null;
  circle: Circle;
  route: Rsvp['route'];
  /** They said that they have not been here before. */
  saysFirstTime?: boolean;
}

/**
 * Enters an RSVP for somebody. Whoever gives no mail address becomes a person of this site with two words to say the next
 * time; whoever was here before keeps theirs.
 *
 * @returns as `saveRsvp`, with the id of the caller; null when an address was given.
 */
export async function enterRsvp(tx: Writer, entry: Entry, stationery: Stationery, now: Date) {
  const { meetupId, circles, enteredById, callerId, name, email, circle, route, partySize, needs } = entry;
  const { saysFirstTime = false } = entry;
  const who = { name, email, personId: null, circle, route, enteredById, saysFirstTime };
  if (email) {
    const outcome = await saveRsvp(tx, { whose: { meetupId, circles, email }, who, partySize, needs }, stationery, now);
    return outcome.kind === 'saved' ? { ...outcome, callerId: null } : outcome;
  }
  const known = await findCaller(tx, callerId);
  if (!known && (await isTaken(tx, callerId))) return { kind: 'no-such-meetup' as const };
  const caller = known ? { ...who, name: known.name, circle: known.circle, personId: known.id } : who;
  const whose = { meetupId, circles, personId: callerId };
  const outcome = await saveRsvp(tx, { whose, who: caller, partySize, needs }, stationery, now);
  if (outcome.kind !== 'saved') return outcome;
  if (!known)
    await becomeCaller(tx, outcome.rsvp, { id: callerId, name, circle, madeById: enteredById }, stationery, now);
  return { ...outcome, callerId };
}

/** The id of somebody who has an address, and so is asked for nothing here. */
const isTaken = async (tx: Writer, id: string) => (await tx.$count(tx.tables.people, eq(tx.tables.people.id, id))) > 0;

/** Only now that the RSVP stands: a refused one leaves nobody behind. */
async function becomeCaller(
  tx: Writer,
  { id: rsvpId }: Rsvp,
  caller: Parameters<typeof addCaller>[1],
  { newToken }: Stationery,
  now: Date,
) {
  const { rsvps } = tx.tables;
  await addCaller(tx, caller, newToken, now);
  await tx.update(rsvps).set({ personId: caller.id }).where(eq(rsvps.id, rsvpId));
}
