import type { Chance } from './chance.ts';

/** What every part of the generator works with. */
export interface Setting {
  chance: Chance;
  now: Date;
  newId: () => string;
}

export const DAY_MS = 86_400_000;

/** An insert takes a few hundred rows at a time: SQLite allows 32,766 values in one statement. */
export async function inPieces<Row>(rows: Row[], insert: (piece: Row[]) => PromiseLike<unknown>, size = 500) {
  for (let from = 0; from < rows.length; from += size) await insert(rows.slice(from, from + size));
}

export const times = <T>(number: number, make: (at: number) => T): T[] =>
  Array.from({ length: number }, (_, at) => make(at));

export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

export const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);
