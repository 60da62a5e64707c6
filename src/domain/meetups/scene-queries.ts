import { and, asc, count, eq, gt, inArray, isNull, lte, max, or, type SQL, sql, sum } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import type { Circle } from '../people/viewer.ts';
import type { MeetupFacts } from './meetup-facts.ts';

export type Rsvp = Tables['rsvps']['$inferSelect'];

/** Everything a decision about one RSVP depends on. */
export interface Scene {
  facts: MeetupFacts;
  own: Rsvp | undefined;
  /** The turn of whoever comes next. */
  nextTurn: number;
}

/** Whose RSVP is meant: an address at a meetup that the asking person may see, a record, or the link of a letter. */
export type Whose =
  | { meetupId: string; circles: readonly Circle[]; email: string | null }
  | { rsvpId: string }
  | { linkHash: string };

/** A meetup and one person's RSVP to it, in one query. Undefined when there is no such meetup, or no such RSVP. */
export async function findScene(read: Reader | Writer, whose: Whose): Promise<Scene | undefined> {
  const { meetups, venues, meetupCancellations, rsvps } = read.tables;
  const lastTurn = read
    .select({ turn: max(rsvps.turn) })
    .from(rsvps)
    .where(eq(rsvps.meetupId, meetups.id));
  const isOwn = 'email' in whose && (whose.email === null ? sql`false` : eq(rsvps.email, whose.email));
  const [found] = await read
    .select({
      meetup: meetups,
      venue: venues,
      cancelledAt: meetupCancellations.cancelledAt,
      own: rsvps,
      lastTurn: sql<number | null>`(${lastTurn})`,
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(rsvps, and(eq(rsvps.meetupId, meetups.id), isOwn || undefined))
    .where(whereIs(read, whose));
  if (!found) return undefined;
  const { own, lastTurn: last, ...facts } = found;
  return { facts, own: own ?? undefined, nextTurn: (last ?? 0) + 1 };
}

function whereIs(read: Reader | Writer, whose: Whose): SQL | undefined {
  const { meetups, rsvps, rsvpLinks } = read.tables;
  if ('rsvpId' in whose) return eq(rsvps.id, whose.rsvpId);
  if ('email' in whose) return and(eq(meetups.id, whose.meetupId), inArray(meetups.circle, [...whose.circles]));
  const linked = read.select({ id: rsvpLinks.rsvpId }).from(rsvpLinks).where(eq(rsvpLinks.id, whose.linkHash));
  return eq(rsvps.id, sql`(${linked})`);
}

/** What makes an RSVP count: confirmed, or still held. The same as `isCounted` in the rules, for rows. */
export const countsNow = (read: Reader | Writer, now: Date) => {
  const { rsvps } = read.tables;
  return or(isNull(rsvps.heldUntil), gt(rsvps.heldUntil, now));
};

/** People, not parties, who have a place. */
export async function countTaken(read: Reader | Writer, meetupId: string, now: Date): Promise<number> {
  const { rsvps } = read.tables;
  const [row] = await read
    .select({ people: sum(rsvps.partySize).mapWith(Number) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.status, 'going'), countsNow(read, now)));
  return row?.people ?? 0;
}

/** The head of the waiting list: parties that fit the room at all. At most `free` of them can move up. */
export const listFirstInLine = (
  read: Reader | Writer,
  { meetupId, places, free }: { meetupId: string; places: number | null; free: number | null },
  now: Date,
) => {
  const { rsvps } = read.tables;
  const inLine = read
    .select({ id: rsvps.id, partySize: rsvps.partySize })
    .from(rsvps)
    .where(
      and(
        eq(rsvps.meetupId, meetupId),
        eq(rsvps.status, 'waiting'),
        countsNow(read, now),
        places === null ? undefined : lte(rsvps.partySize, places),
      ),
    )
    .orderBy(asc(rsvps.turn));
  return free === null ? inLine : inLine.limit(free);
};

/** How many parties wait, up to and including this turn: the position in line of whoever has it. */
export async function countWaiting(
  read: Reader | Writer,
  { meetupId, turn }: { meetupId: string; turn?: number },
  now: Date,
): Promise<number> {
  const { rsvps } = read.tables;
  const [row] = await read
    .select({ parties: count() })
    .from(rsvps)
    .where(
      and(
        eq(rsvps.meetupId, meetupId),
        eq(rsvps.status, 'waiting'),
        countsNow(read, now),
        turn === undefined ? undefined : lte(rsvps.turn, turn),
      ),
    );
  return row?.parties ?? 0;
}
