import type { Circle } from '../people/viewer.ts';

/** People who come together, as the tables need to know them. */
export interface TableParty {
  id: string;
  /** How many they are. */
  size: number;
  circle: Circle;
  /** The unit or the organisation of whoever the party is named after; null when there is none, or nobody knows. */
  belongsTo: string | null;
  needsEasyTable: boolean;
}

/** A party as its hosts know it: its id is that of the RSVP, or of the arrival of somebody who had none. */
export interface NamedParty extends TableParty {
  name: string;
  personId: string | null;
  email: string | null;
}

/** Two parties, by their ids. */
export type Pair = readonly [string, string];

export interface TableWish {
  parties: readonly TableParty[];
  /** Parties that asked to sit together. */
  together: readonly Pair[];
  /** How well two parties know each other from earlier meetups: 0 when they never met. */
  met: (one: string, other: string) => number;
  /** How many tables are easy to reach: the first ones are. */
  easyTables: number;
  seed: number;
}

export interface TableMix {
  /** In the order of their numbers, from 1: the ids of the parties at each. */
  tables: string[][];
  /** Wishes to sit together that would have made a table too large. */
  unmet: Pair[];
}
