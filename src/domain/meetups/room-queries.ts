import { and, asc, eq, gt, lte, or, type SQL, sql, sum } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { heldBack, type KeptSeats, noHeads, seatsOf, withParty } from './kept-seat-rules.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { promisedPlaces, type Room } from './place-rules.ts';
import type { KeptSeatsNow } from './rsvp-facts.ts';
import type { RsvpStatus } from './rsvp-rules.ts';
import { countsAt } from './scene-queries.ts';

/** The largest whole number that a column of either engine holds. */
const UNLIMITED = 2_147_483_647;

type Places = Pick<MeetupFacts['meetup'], 'id' | 'places' | 'overbookPercent'>;

/** How many a meetup has promised places to, how many it may, and which seats are still kept. */
export async function findRoom(read: Reader | Writer, meetup: Places, now: Date): Promise<Room> {
  const places = promisedPlaces(meetup);
  if (places === null) return { places, taken: 0, kept: null };
  const [row] = await sumTaken(read, { meetupId: meetup.id, now });
  return { places, taken: row?.taken ?? 0, kept: row?.kept ? await findKept(read, meetup.id, now) : null };
}

/** The head of the waiting list: parties that the room can hold at all, no more of them than could move up. */
export function listFirstInLine(read: Reader | Writer, meetupId: string, { places, taken, kept }: Room, now: Date) {
  const largest = places ?? UNLIMITED;
  return headOfLine(read, { meetupId, largest, most: kept ? UNLIMITED : largest - taken, now });
}

/** Whoever has a place, or an offer that still stands. The same as `isCounted` in the rules, for rows. */
export const hasPlaceAt = (read: Reader | Writer, now: Date | SQL) => {
  const { rsvps } = read.tables;
  const isGoing = and(eq(rsvps.status, 'going'), countsAt(read, now));
  return or(isGoing, and(eq(rsvps.status, 'offered'), gt(rsvps.offeredUntil, now)));
};

/** By two indexed looks, since most people who come have no offer. */
const sumTaken = keepQuery((read: Reader | Writer) => {
  const { meetups, rsvps, keptSeats } = read.tables;
  const meetupId = () => blank('meetupId', rsvps.meetupId);
  const now = () => blank('now', rsvps.heldUntil);
  const peopleWho = (status: RsvpStatus, counts: SQL | undefined) =>
    read
      .select({ people: sum(rsvps.partySize) })
      .from(rsvps)
      .where(and(eq(rsvps.meetupId, meetupId()), eq(rsvps.status, status), counts));
  const going = peopleWho('going', countsAt(read, now()));
  const offered = peopleWho('offered', gt(rsvps.offeredUntil, now()));
  const kept = read
    .select({ seats: sum(keptSeats.seats) })
    .from(keptSeats)
    .where(and(eq(keptSeats.meetupId, meetupId()), gt(keptSeats.until, now())));
  return read
    .select({
      taken: sql<number>`coalesce((${going}), 0) + coalesce((${offered}), 0)`.mapWith(Number),
      kept: sql<number>`coalesce((${kept}), 0)`.mapWith(Number),
    })
    .from(meetups)
    .where(eq(meetups.id, meetupId()));
});

const headOfLine = keepQuery((read: Reader | Writer) => {
  const { rsvps } = read.tables;
  const { id, partySize, circle, isFirstTime, heldUntil } = rsvps;
  const isWaiting = and(eq(rsvps.status, 'waiting'), countsAt(read, blank('now', heldUntil)));
  return read
    .select({ id, partySize, circle, isFirstTime, heldUntil })
    .from(rsvps)
    .where(
      and(
        eq(rsvps.meetupId, blank('meetupId', rsvps.meetupId)),
        isWaiting,
        lte(partySize, blank('largest', partySize)),
      ),
    )
    .orderBy(asc(rsvps.turn))
    .limit(sql.placeholder('most'));
});

/** The seats that are kept now, and how many of them nobody has taken yet; null when none are. */
export async function findKeptSeats(read: Reader, meetupId: string, now: Date): Promise<KeptSeatsNow | null> {
  const rows = await listKept(read, meetupId, now);
  if (!rows[0]) return null;
  const kept = { seats: seatsOf(rows), heads: await countHeads(read, meetupId, now) };
  return { seats: kept.seats, until: rows[0].until, free: heldBack(kept) };
}

async function findKept(read: Reader | Writer, meetupId: string, now: Date): Promise<KeptSeats> {
  return { seats: seatsOf(await listKept(read, meetupId, now)), heads: await countHeads(read, meetupId, now) };
}

const listKept = (read: Reader | Writer, meetupId: string, now: Date) => {
  const { keptSeats } = read.tables;
  return read
    .select()
    .from(keptSeats)
    .where(and(eq(keptSeats.meetupId, meetupId), gt(keptSeats.until, now)));
};

/** Who of those with a place could fill kept seats. */
async function countHeads(read: Reader | Writer, meetupId: string, now: Date): Promise<KeptSeats['heads']> {
  const { rsvps } = read.tables;
  const people = sum(rsvps.partySize).mapWith(Number);
  const rows = await read
    .select({ circle: rsvps.circle, isFirstTime: rsvps.isFirstTime, people })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), hasPlaceAt(read, now)))
    .groupBy(rsvps.circle, rsvps.isFirstTime);
  const nobody = { seats: seatsOf([]), heads: noHeads() };
  return rows.reduce((kept, { people: partySize, ...kind }) => withParty(kept, { ...kind, partySize }), nobody).heads;
}
