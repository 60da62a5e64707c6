import type { Tables } from '#db/tables.ts';
import type { Circle } from '../people/viewer.ts';

export type DoorTap = Tables['doorTaps']['$inferSelect'];
export type WalkIn = Pick<Tables['walkIns']['$inferSelect'], 'id' | 'name' | 'circle' | 'isFirstTime'>;

/** What somebody at the door says of one party. */
export interface Tap {
  /** Made where it was tapped: the same tap sent twice is one tap. */
  id: string;
  /** The id of an RSVP or of a walk-in. */
  partyId: string;
  /** How many came; 0 takes it back. */
  partySize: number;
  /** The last tap about this party that whoever tapped knew of. */
  afterId: string | null;
  tappedAt: Date;
}

/** One party as the door shows it. It holds no more than what is needed there, since a phone keeps it. */
export interface DoorParty {
  id: string;
  name: string;
  /** Where they belong and what to know: "partner", "on the waiting list". */
  marks: string[];
  /** Whether they need something: what, stands on the page of their RSVP. */
  hasNote: boolean;
  /** How many said that they come. */
  expected: number;
  /** Who has a place; who just walked in; who is on the list without a place. */
  group: 'expected' | 'walk-in' | 'other';
  /** How many came: 0 as long as nobody did. */
  here: number;
  /** The tap that says so. */
  lastTapId: string | null;
  /** When somebody else saw it otherwise: in words, and how many they saw. */
  conflict: { words: string; other: number } | null;
}

/** People, not parties, who came, by where they belong. */
export interface ArrivalCount {
  staff: number;
  partners: number;
  public: number;
  /** Of all these, in parties whose first meetup it was. */
  firstTimers: number;
  parties: number;
}

/** What the phone of a host asks for again and again. */
export interface DoorState {
  parties: DoorParty[];
}

export const BELONGS: Record<Circle, string> = { public: '', partner: 'partner', staff: 'staff' };
