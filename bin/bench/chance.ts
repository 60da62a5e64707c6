/** Numbers that look like chance and are the same for the same seed (Mulberry32). */
export interface Chance {
  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** True in `share` of all cases. */
  happens(share: number): boolean;
}

export function openChance(seed: number): Chance {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { number, pick: (from) => from[number(0, from.length - 1)]!, happens: (share) => next() < share };
}
