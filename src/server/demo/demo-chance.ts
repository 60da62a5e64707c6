import { v7 } from 'uuid';
import { seededFractions } from '#domain/chance/chance-rules.ts';

/** Chance that comes out the same each time. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True this often in a hundred. */
  inHundred(times: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of these, in another order. */
  some<T>(from: readonly T[], number: number): T[];
  /** A key for a new record. Keys made later sort later. */
  newId(): string;
}

export function chanceFrom(seed: number, now: Date): Chance {
  let made = 0;
  const next = seededFractions(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    inHundred: (times) => next() * 100 < times,
    pick: (from) => from[between(0, from.length - 1)]!,
    some: (from, number) => shuffled(from, between).slice(0, number),
    newId: () =>
      v7({ msecs: now.getTime(), seq: made++, random: Uint8Array.from({ length: 16 }, () => between(0, 255)) }),
  };
}

function shuffled<T>(from: readonly T[], between: Chance['between']): T[] {
  const cards = [...from];
  for (let last = cards.length - 1; last > 0; last--) {
    const other = between(0, last);
    [cards[last], cards[other]] = [cards[other]!, cards[last]!];
  }
  return cards;
}
