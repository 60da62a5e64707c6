import { seededFractions } from '#domain/chance/chance-rules.ts';

/** Numbers that look like chance and are the same for the same seed. */
export interface Chance {
  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `share` of all cases. */
  happens(share: number): boolean;
}

export function openChance(seed: number): Chance {
  const next = seededFractions(seed);
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { number, pick: (from) => from[number(0, from.length - 1)]!, happens: (share) => next() < share };
}
