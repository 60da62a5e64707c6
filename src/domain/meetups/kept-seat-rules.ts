import type { Circle } from '../people/viewer.ts';

/** Whom a host can keep seats for, so that the circle widens. */
export const KEPT_FOR = ['first-timer', 'partner', 'public'] as const;
export type KeptFor = (typeof KEPT_FOR)[number];

/** What decides whether a kept seat is for somebody. */
export interface Kind {
  circle: Circle;
  isFirstTime: boolean;
}

interface Heads {
  all: number;
  /** Of these, how many come for the first time. */
  firstTime: number;
}

/** Seats that are kept at this moment, and the people who have a place, of whom some fill them. */
export interface KeptSeats {
  seats: Readonly<Record<KeptFor, number>>;
  heads: Readonly<Record<Circle, Heads>>;
}

const NOBODY: Heads = { all: 0, firstTime: 0 };

export const noHeads = (): Record<Circle, Heads> => ({ public: NOBODY, partner: NOBODY, staff: NOBODY });

/** The number of seats for each of them, from the rows that say so. */
export function seatsOf(rows: readonly { forWhom: KeptFor; seats: number }[]): KeptSeats['seats'] {
  const of = (whom: KeptFor) => rows.find(({ forWhom }) => forWhom === whom)?.seats ?? 0;
  return { 'first-timer': of('first-timer'), partner: of('partner'), public: of('public') };
}

/**
 * How many kept seats nobody fills yet. Somebody may be one of those whom two kinds of seats are kept for, a partner who
 * comes for the first time; they fill one. As many seats as possible count as filled, so that as few chairs as possible
 * are held back: partners and the public fill theirs first, with those who have been before if there are enough, and
 * whoever comes for the first time and is left over fills a seat kept for that.
 */
export function heldBack({ seats, heads: { partner, public: guests, staff } }: KeptSeats): number {
  const firstTimers = staff.firstTime + leftOver(partner, seats.partner) + leftOver(guests, seats.public);
  return (
    Math.max(0, seats.partner - partner.all) +
    Math.max(0, seats.public - guests.all) +
    Math.max(0, seats['first-timer'] - firstTimers)
  );
}

const leftOver = ({ all, firstTime }: Heads, seats: number): number => Math.min(firstTime, Math.max(0, all - seats));

/** The same with one more party in the room. */
export function withParty({ seats, heads }: KeptSeats, party: Kind & { partySize: number }): KeptSeats {
  const { circle, isFirstTime, partySize } = party;
  const { all, firstTime } = heads[circle];
  const more = { all: all + partySize, firstTime: isFirstTime ? firstTime + partySize : firstTime };
  return { seats, heads: { ...heads, [circle]: more } };
}
