import type { Tables } from '#db/tables.ts';
import type { RsvpStatus } from './rsvp-rules.ts';

export type Rsvp = Tables['rsvps']['$inferSelect'];

/** An RSVP as the person it belongs to sees it. */
export interface OwnRsvp {
  id: string;
  name: string;
  status: RsvpStatus;
  partySize: number;
  accessNeeds: string;
  dietaryNeeds: string;
  /** Until when it counts without being confirmed; null once confirmed. */
  heldUntil: Date | null;
  /** In line, from 1; null when not waiting. */
  position: number | null;
}

/** What everybody may know of who comes to a meetup. */
export interface Turnout {
  /** People, not parties, who have a place. */
  taken: number;
  /** Parties in line. */
  waiting: number;
  /** Of those who let everyone see it. */
  names: string[];
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
