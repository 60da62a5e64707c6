import { aliasedTable, and, asc, count, eq, gt, inArray, isNull, lte, ne, or, sql, sum } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { findKeptSeats, hasPlaceAt } from './room-queries.ts';
import type { OwnRsvp, Rsvp, Turnout } from './rsvp-facts.ts';
import { isCounted, type RsvpStatus } from './rsvp-rules.ts';
import { countsAt, countWaiting, findScene } from './scene-queries.ts';

/** How many names are listed before "and others". */
const MOST_NAMES = 100;

/** The viewer's own RSVP to a meetup, by their address: also one they asked for before they signed in. */
export async function findOwnRsvp(read: Reader, viewer: Viewer, meetupId: string, now: Date) {
  const email = viewer.person?.email;
  if (!email) return undefined;
  const { rsvps } = read.tables;
  const [own] = await read
    .select({ rsvp: rsvps, position: positionAt(read, now) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.email, email)));
  return own && toOwn(own.rsvp, own.position, now);
}

/** Where in line an RSVP is, from 1, if it waits. */
export function positionAt(read: Reader, now: Date) {
  const { rsvps } = read.tables;
  const ahead = aliasedTable(rsvps, 'ahead');
  const position = read
    .select({ parties: count() })
    .from(ahead)
    .where(
      and(
        eq(ahead.meetupId, rsvps.meetupId),
        eq(ahead.status, 'waiting'),
        lte(ahead.turn, rsvps.turn),
        or(isNull(ahead.heldUntil), sql`${ahead.heldUntil} > ${sql.param(now, rsvps.heldUntil)}`),
      ),
    );
  return sql<number>`(${position})`.mapWith(Number);
}

/** The meetup and the RSVP that a letter's link opens. */
export async function findLinkedRsvp(read: Reader, linkHash: string, now: Date) {
  const scene = await findScene(read, { linkHash });
  if (!scene?.own) return undefined;
  const { facts, own } = scene;
  const line = { meetupId: own.meetupId, turn: own.turn };
  return { facts, own: toOwn(own, own.status === 'waiting' ? await countWaiting(read, line, now) : 0, now) };
}

/** How many people have a place, how many parties wait, and the names of those who let everyone see them. */
export async function findTurnout(
  read: Reader,
  meetup: { id: string; places: number | null },
  now: Date,
): Promise<Turnout> {
  const [turnout, kept] = await Promise.all([
    countTurnout(read, meetup.id, now),
    meetup.places === null ? null : findKeptSeats(read, meetup.id, now),
  ]);
  return { ...turnout, kept };
}

async function countTurnout(read: Reader, meetupId: string, now: Date) {
  const { meetups, people, rsvps } = read.tables;
  const has = (status: RsvpStatus) => and(eq(rsvps.meetupId, meetupId), eq(rsvps.status, status), countsAt(read, now));
  const taken = read
    .select({ people: sum(rsvps.partySize) })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), hasPlaceAt(read, now)));
  const waiting = read.select({ parties: count() }).from(rsvps).where(has('waiting'));
  const named = read
    .select({ meetupId: rsvps.meetupId, name: people.name, turn: rsvps.turn })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(and(has('going'), isNull(rsvps.heldUntil), eq(people.showsName, true), ne(people.name, '')))
    .as('named');
  const rows = await read
    .select({
      taken: sql<number>`coalesce((${taken}), 0)`.mapWith(Number),
      waiting: sql<number>`(${waiting})`.mapWith(Number),
      name: named.name,
    })
    .from(meetups)
    .leftJoin(named, eq(named.meetupId, meetups.id))
    .where(eq(meetups.id, meetupId))
    .orderBy(asc(named.turn))
    .limit(MOST_NAMES);
  const names = rows.flatMap(({ name }) => name ?? []);
  return { taken: rows[0]?.taken ?? 0, waiting: rows[0]?.waiting ?? 0, names };
}

/**
 * Everybody's RSVPs with what they need, in the order of their turns: for the hosts of the meetup and for admins. Anybody
 * else gets nothing, by the query itself.
 */
export async function listRsvps(read: Reader, viewer: Viewer, meetupId: string) {
  const { rsvps, meetups } = read.tables;
  return read
    .select({ rsvp: rsvps })
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .where(and(eq(rsvps.meetupId, meetupId), inArray(meetups.circle, [...viewer.circles]), isHostedBy(read, viewer)))
    .orderBy(asc(rsvps.turn))
    .then((rows) => rows.map(({ rsvp }) => rsvp));
}

/** One RSVP to a meetup with who entered it and the two words of whoever has no address, for its hosts and for admins. */
export async function findHostedRsvp(read: Reader, viewer: Viewer, meetupId: string, rsvpId: string) {
  const { rsvps, meetups, people, spokenCodes } = read.tables;
  const [found] = await read
    .select({ rsvp: rsvps, enteredBy: people.name, code: spokenCodes.code })
    .from(rsvps)
    .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
    .leftJoin(people, eq(people.id, rsvps.enteredById))
    .leftJoin(spokenCodes, eq(spokenCodes.personId, rsvps.personId))
    .where(and(eq(rsvps.id, rsvpId), eq(rsvps.meetupId, meetupId), isHostedBy(read, viewer)));
  return found;
}

/** The meetups where places are held that somebody has not confirmed yet, in time or not. */
export async function listHeldMeetups(read: Reader): Promise<string[]> {
  const { rsvps } = read.tables;
  const rows = await read
    .select({ meetupId: rsvps.meetupId })
    .from(rsvps)
    .where(and(gt(rsvps.heldUntil, new Date(0)), ne(rsvps.status, 'not-going')));
  return [...new Set(rows.map(({ meetupId }) => meetupId))];
}

/** The same as `isHost` in the rules, for rows. */
export function isHostedBy({ tables: { meetups } }: Reader, { person, isAdmin }: Viewer) {
  if (isAdmin) return undefined;
  if (!person) return sql`false`;
  return or(eq(meetups.hostId, person.id), eq(meetups.secondHostId, person.id));
}

/** A hold or an offer that lapsed looks the same whether or not its place has been given up yet. */
function toOwn(rsvp: Rsvp, position: number, now: Date): OwnRsvp {
  const { id, name, partySize, heldUntil, offeredUntil } = rsvp;
  const { accessNeeds, dietaryNeeds, childNeeds, partyNames } = rsvp;
  const status = isCounted(rsvp, now) ? rsvp.status : ('not-going' as const);
  return {
    ...{ id, name, status, partySize, heldUntil, offeredUntil },
    ...{ accessNeeds, dietaryNeeds, childNeeds, partyNames },
    position: status === 'waiting' ? position : null,
  };
}
