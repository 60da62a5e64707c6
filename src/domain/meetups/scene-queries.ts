import { and, count, eq, gt, inArray, isNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Circle } from '../people/viewer.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { isOpenSeriesOf } from './meetup-facts-queries.ts';
import type { Rsvp } from './rsvp-facts.ts';

/** The largest whole number that a column of either engine holds. */
const UNLIMITED = 2_147_483_647;

/** Everything a decision about one RSVP depends on. */
export interface Scene {
  facts: MeetupFacts;
  own: Rsvp | undefined;
  /** The turn of whoever comes next. */
  nextTurn: number;
}

/** Whose RSVP is meant: an address or a person at a meetup that whoever asks may see, a record, or the link of a letter. */
export type Whose =
  | { meetupId: string; circles: readonly Circle[]; email: string | null }
  | { meetupId: string; circles: readonly Circle[]; personId: string }
  | { rsvpId: string }
  | { linkHash: string };

/** A meetup and one person's RSVP to it, in one query. Undefined when there is no such meetup, or no such RSVP. */
export async function findScene(read: Reader | Writer, whose: Whose): Promise<Scene | undefined> {
  const [found] = await ask(read, whose);
  if (!found) return undefined;
  const { own, lastTurn, ...facts } = found;
  return { facts, own: own ?? undefined, nextTurn: (lastTurn ?? 0) + 1 };
}

/** How many parties wait, up to and including this turn: the position in line of whoever has it. */
export async function countWaiting(
  read: Reader | Writer,
  { meetupId, turn = UNLIMITED }: { meetupId: string; turn?: number },
  now: Date,
): Promise<number> {
  const [row] = await countLine(read, { meetupId, turn, now });
  return row?.parties ?? 0;
}

/** What makes an RSVP count: confirmed, or still held. The same as `hasLapsed` in the rules, for rows. */
export const countsAt = (read: Reader | Writer, now: Date | SQL) => {
  const { rsvps } = read.tables;
  return or(isNull(rsvps.heldUntil), gt(rsvps.heldUntil, now));
};

function ask(read: Reader | Writer, whose: Whose) {
  if ('rsvpId' in whose) return sceneById(read, whose);
  if ('linkHash' in whose) return sceneByLink(read, whose);
  const [first = null, second = null, third = null] = whose.circles;
  const seen = { meetupId: whose.meetupId, first, second, third };
  return 'personId' in whose
    ? sceneByPerson(read, { ...seen, personId: whose.personId })
    : sceneByAddress(read, { ...seen, email: whose.email });
}

const sceneByAddress = keepQuery((read: Reader | Writer) => {
  const { rsvps } = read.tables;
  return selectScene(read, eq(rsvps.email, blank('email', rsvps.email)), isSeen(read));
});

const sceneByPerson = keepQuery((read: Reader | Writer) => {
  const { rsvps } = read.tables;
  return selectScene(read, eq(rsvps.personId, blank('personId', rsvps.personId)), isSeen(read));
});

function isSeen({ tables: { meetups } }: Reader | Writer) {
  const circle = (name: string) => blank(name, meetups.circle);
  const seen = inArray(meetups.circle, sql`(${circle('first')}, ${circle('second')}, ${circle('third')})`);
  return and(eq(meetups.id, blank('meetupId', meetups.id)), seen);
}

const sceneById = keepQuery((read: Reader | Writer) =>
  selectScene(read, undefined, eq(read.tables.rsvps.id, blank('rsvpId', read.tables.rsvps.id))),
);

const sceneByLink = keepQuery((read: Reader | Writer) => {
  const { rsvps, rsvpLinks } = read.tables;
  const linked = read
    .select({ id: rsvpLinks.rsvpId })
    .from(rsvpLinks)
    .where(eq(rsvpLinks.id, blank('linkHash', rsvpLinks.id)));
  return selectScene(read, undefined, eq(rsvps.id, sql`(${linked})`));
});

function selectScene(read: Reader | Writer, isOwn: SQL | undefined, where: SQL | undefined) {
  const { meetups, venues, series, meetupCancellations, rsvps } = read.tables;
  const lastTurn = read
    .select({ turn: max(rsvps.turn) })
    .from(rsvps)
    .where(eq(rsvps.meetupId, meetups.id));
  return read
    .select({
      meetup: meetups,
      venue: venues,
      cancelledAt: meetupCancellations.cancelledAt,
      seriesPhone: series.phone,
      own: rsvps,
      lastTurn: sql<number | null>`(${lastTurn})`,
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(series, isOpenSeriesOf(read))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(rsvps, and(eq(rsvps.meetupId, meetups.id), isOwn))
    .where(where);
}

const countLine = keepQuery((read: Reader | Writer) =>
  read
    .select({ parties: count() })
    .from(read.tables.rsvps)
    .where(and(isWaiting(read), lte(read.tables.rsvps.turn, blank('turn', read.tables.rsvps.turn)))),
);

const isWaiting = (read: Reader | Writer) => {
  const { rsvps } = read.tables;
  const inLine = and(eq(rsvps.meetupId, blank('meetupId', rsvps.meetupId)), eq(rsvps.status, 'waiting'));
  return and(inLine, countsAt(read, blank('now', rsvps.heldUntil)));
};
