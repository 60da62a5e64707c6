import type { Tables } from '#db/tables.ts';
import type { KeptSeats } from './kept-seat-rules.ts';
import type { Needs } from './needs-rules.ts';
import type { RsvpStatus } from './rsvp-rules.ts';

export type Rsvp = Tables['rsvps']['$inferSelect'];

/** An RSVP as the person it belongs to sees it. */
export interface OwnRsvp extends Needs {
  id: string;
  name: string;
  status: RsvpStatus;
  partySize: number;
  /** Until when it counts without being confirmed; null once confirmed. */
  heldUntil: Date | null;
  /** Until when a place is kept for them, if they say yes; or was kept, for those who did not answer. */
  offeredUntil: Date | null;
  /** In line, from 1; null when not waiting. */
  position: number | null;
}

/** What everybody may know of who comes to a meetup. */
export interface Turnout {
  /** People, not parties, who have a place, or an offer of one that still stands. */
  taken: number;
  /** Parties in line. */
  waiting: number;
  /** Of those who let everyone see it. */
  names: string[];
  /** The seats that are kept for some at this moment. */
  kept: KeptSeatsNow | null;
}

/** Which seats are kept until when, and how many of them nobody has taken yet. */
export interface KeptSeatsNow {
  seats: KeptSeats['seats'];
  until: Date;
  free: number;
}

/** An RSVP of somebody without a mail address, as a colleague sees it who does things for them. */
export interface CallerRsvp {
  rsvp: Rsvp;
  /** In line, from 1, if it waits. */
  position: number;
  meetup: Tables['meetups']['$inferSelect'];
  cancelledAt: Date | null;
  personId: string;
}
