import type { Worked } from '../lessons/lesson-rules.ts';
import type { Result } from './standing-rules.ts';

/** One try-out as far as sums need it; the place is empty for somebody on their own. */
export interface PlacedResult {
  place: string;
  result: Result;
}

/** What a place found, in numbers. */
export interface PlaceSum extends Record<Result, number> {
  place: string;
}

/** How often each place tried something and how it went; the place where most worked first. */
export function sumPlaces(tried: readonly PlacedResult[]): PlaceSum[] {
  const sums = [...Map.groupBy(tried, ({ place }) => place || 'Residents')].map(([place, all]) => {
    const countOf = (result: Result) => all.filter((one) => one.result === result).length;
    return { place, worked: countOf('worked'), partly: countOf('partly'), 'did-not': countOf('did-not') };
  });
  return sums.sort((one, other) => other.worked - one.worked || one.place.localeCompare(other.place));
}

const SAID: readonly [Worked, string][] = [
  ['yes', 'worked'],
  ['partly', 'partly worked'],
  ['no', 'did not work'],
  ['too-early', 'are too new to say'],
];

/** "9 lessons. For those who wrote them 6 worked, 2 partly worked and 1 did not work." */
export function sayLessons(counts: readonly { worked: Worked; total: number }[]): string {
  const total = counts.reduce((sum, one) => sum + one.total, 0);
  const parts = SAID.flatMap(([worked, words]) => {
    const number = counts.find((one) => one.worked === worked)?.total ?? 0;
    return number > 0 ? [`${number} ${number === 1 ? words.replace(/^are/, 'is') : words}`] : [];
  });
  const lessons = total === 1 ? '1 lesson.' : `${total} lessons.`;
  return parts.length > 0 ? `${lessons} For those who wrote them ${listing(parts)}.` : lessons;
}

const listing = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
