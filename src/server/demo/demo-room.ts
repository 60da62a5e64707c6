import type { Writer } from '#db/database.ts';
import type { Stationery } from '#domain/mail/stationery.ts';
import { type Circle, circlesSeenBy } from '#domain/people/viewer.ts';
import type { Settings } from '../settings.ts';
import type { Chance } from './demo-chance.ts';

/** Somebody of the demo, once written. */
export interface DemoPerson {
  id: string;
  key: string;
  name: string;
  email: string;
  circle: Circle;
}

/** What every part of the seeding works with. */
export interface DemoRoom {
  tx: Writer;
  now: Date;
  settings: Settings;
  chance: Chance;
  stationery: Stationery;
  /** By key. */
  units: Map<string, string>;
  people: Map<string, DemoPerson>;
  /** The ids of those without an address, by name. */
  callers: Map<string, string>;
  /** Channels by name, meetups by turn: their ids. */
  channels: Map<string, string>;
  meetups: Map<number, { id: string; endsAt: Date }>;
}

/** What a key stands for. A key that stands for nothing is a slip of the pen in the tables. */
export function named<Key, Value>(map: Map<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo names “${key}”, but there is no such thing in its tables.`);
  return value;
}

/** A person as somebody who changes things. */
export const editorOf = (person: DemoPerson) => ({
  person: { id: person.id },
  circle: person.circle,
  circles: circlesSeenBy(person.circle),
  isAdmin: false,
});

/** Stops the seeding when a command came to something else than the demo is written for. */
export function expectKind(kind: string, outcome: { kind: string }) {
  if (outcome.kind !== kind) throw new Error(`The demo expected “${kind}”, not “${outcome.kind}”.`);
}
