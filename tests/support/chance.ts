import { seededFractions } from '#domain/chance/chance-rules.ts';

/** Chance that comes out the same for the same seed: a whole number from 0 up to `below`. */
export function seededChance(seed: number): (below: number) => number {
  const next = seededFractions(seed);
  return (below) => Math.floor(next() * below);
}
