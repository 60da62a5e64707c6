import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { listArrivedBefore } from './arrival-queries.ts';
import type { DoorTap } from './door-facts.ts';
import { decideParty } from './door-rules.ts';

type Arrival = Tables['arrivals']['$inferInsert'];
type Meetup = { id: string; startsAt: Date };

/** Makes the arrivals of these parties what the taps about them say now. */
export async function settleArrivals(tx: Writer, meetup: Meetup, partyIds: readonly string[], savedAt: Date) {
  if (partyIds.length === 0) return;
  const parties = await listGuests(tx, meetup, partyIds);
  const taps = Map.groupBy(await listTaps(tx, meetup.id, partyIds), ({ partyId }) => partyId);
  const here: Arrival[] = [];
  const gone: string[] = [];
  for (const party of parties) {
    const arrival = toArrival(taps.get(party.id) ?? []);
    if (arrival) here.push({ ...party, ...arrival, meetupId: meetup.id, savedAt });
    else gone.push(party.id);
  }
  const { arrivals } = tx.tables;
  if (gone.length > 0)
    await tx.delete(arrivals).where(and(eq(arrivals.meetupId, meetup.id), inArray(arrivals.id, gone)));
  if (here.length > 0) await writeArrivals(tx, meetup.id, here);
}

/** They came when they were first seen; how many they are, the last word says. */
function toArrival(taps: readonly DoorTap[]) {
  const { last } = decideParty(taps);
  const first = taps.find(({ partySize }) => partySize > 0);
  return last && first && last.partySize > 0
    ? { partySize: last.partySize, markedById: last.tappedById, arrivedAt: first.tappedAt }
    : undefined;
}

/** Ids are made by others: one that belongs to another meetup is not touched. */
const writeArrivals = (tx: Writer, meetupId: string, rows: Arrival[]) => {
  const { arrivals } = tx.tables;
  return tx
    .insert(arrivals)
    .values(rows)
    .onConflictDoUpdate({
      target: arrivals.id,
      set: {
        partySize: sql`excluded.party_size`,
        arrivedAt: sql`excluded.arrived_at`,
        markedById: sql`excluded.marked_by_id`,
        savedAt: sql`excluded.saved_at`,
      },
      setWhere: eq(arrivals.meetupId, meetupId),
    });
};

const listTaps = (tx: Writer, meetupId: string, partyIds: readonly string[]): Promise<DoorTap[]> => {
  const { doorTaps } = tx.tables;
  return tx
    .select()
    .from(doorTaps)
    .where(and(eq(doorTaps.meetupId, meetupId), inArray(doorTaps.partyId, [...partyIds])))
    .orderBy(asc(doorTaps.tappedAt), asc(doorTaps.savedAt), asc(doorTaps.id));
};

/** Those of these parties that belong to this meetup, with what an arrival keeps of them. */
async function listGuests(tx: Writer, meetup: Meetup, ids: readonly string[]) {
  const { rsvps, people, walkIns } = tx.tables;
  const guests = await tx
    .select({ rsvp: rsvps, unitId: people.unitId })
    .from(rsvps)
    .leftJoin(people, eq(people.id, rsvps.personId))
    .where(and(eq(rsvps.meetupId, meetup.id), inArray(rsvps.id, [...ids])));
  const guestIds = guests.map(({ rsvp }) => rsvp.id);
  const others = await tx
    .select()
    .from(walkIns)
    .where(and(eq(walkIns.meetupId, meetup.id), inArray(walkIns.id, [...ids]), notInArray(walkIns.id, guestIds)));
  const hasBeen = await listArrivedBefore(
    tx,
    meetup,
    guests.map(({ rsvp }) => rsvp),
  );
  return [
    ...guests.map(({ rsvp, unitId }) => ({
      ...{ id: rsvp.id, rsvpId: rsvp.id, personId: rsvp.personId, name: rsvp.name, circle: rsvp.circle, unitId },
      isFirstTime: rsvp.personId || rsvp.email ? !hasBeen(rsvp) : rsvp.isFirstTime,
    })),
    ...others.map(({ id, name, circle, isFirstTime }) => ({
      ...{ id, name, circle, isFirstTime, rsvpId: null, personId: null, unitId: null },
    })),
  ];
}
