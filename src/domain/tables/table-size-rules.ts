export const FEWEST_AT_TABLE = 4;
export const MOST_AT_TABLE = 6;
const BEST_AT_TABLE = 5;

/** By how many people a table is too large or too small. */
export function sizeFault(people: number): number {
  if (people < FEWEST_AT_TABLE) return FEWEST_AT_TABLE - people;
  return Math.max(0, people - MOST_AT_TABLE);
}

/** How many tables so many people could sit at, nearest to five at each first. For seven there is no right answer. */
export function tableCounts(people: number): number[] {
  const [fewest, most] = [Math.ceil(people / MOST_AT_TABLE), Math.floor(people / FEWEST_AT_TABLE)];
  const from = Math.max(1, Math.min(fewest, most));
  const counts = Array.from({ length: Math.max(1, fewest, most) - from + 1 }, (_, at) => from + at);
  const distance = (tables: number) => Math.abs(people / tables - BEST_AT_TABLE);
  return counts.sort((one, other) => distance(one) - distance(other));
}
