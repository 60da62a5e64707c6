import type { Circle } from '../people/viewer.ts';
import { foldWords } from '../search/search-rules.ts';

/** Raise it whenever the same lessons would come out differently: then all are worked out again. */
export const LIKENESS_VERSION = 1;

/** Something two lessons share, and how many hold it, both included. */
export interface Shared {
  kind: 'tag' | 'channel' | 'unit' | 'word';
  holders: number;
}

const WORTH: Record<Shared['kind'], number> = { tag: 6, channel: 6, unit: 3, word: 1 };
const MOST_WORDS_COUNTED = 10;

/** What is shared by more than so many says nothing. */
export const MOST_HOLDERS = 60;

/** Lessons that are less alike are not related: three words that only these two use are just enough. */
export const LEAST_LIKENESS = 3000;

/**
 * How alike two lessons are, in thousandths. Each thing they share counts by what it is (a tag or a channel 6, a unit 3, a
 * word 1), times 2 / holders: what only these two have says ten times as much as what twenty have. Of the words the ten
 * that say most count, so that a long lesson is not like everything.
 */
export function likenessOf(shared: readonly Shared[]): number {
  const worths = (isWord: boolean) =>
    shared.filter(({ kind }) => (kind === 'word') === isWord).map(({ kind, holders }) => (WORTH[kind] * 2) / holders);
  const words = worths(true)
    .sort((one, other) => other - one)
    .slice(0, MOST_WORDS_COUNTED);
  return Math.round(1000 * [...worths(false), ...words].reduce((sum, worth) => sum + worth, 0));
}

const MOST_WORDS = 40;
const SHORTEST_WORD = 4;
const TITLE_COUNTS = 3;

/** The words of a lesson to look for in others, those it says most often first; one in the title counts three times. */
export function tellingWords(title: string, text: string): string[] {
  const times = new Map<string, number>();
  const count = (words: readonly string[], by: number) => {
    for (const word of words) times.set(word, (times.get(word) ?? 0) + by);
  };
  count(foldWords(title), TITLE_COUNTS);
  count(foldWords(text), 1);
  return [...times]
    .filter(([word]) => word.length >= SHORTEST_WORD && /\p{Letter}/u.test(word))
    .sort((one, other) => other[1] - one[1])
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

export interface Candidate {
  id: string;
  circle: Circle;
  likeness: number;
}

const MOST_IN_CIRCLE = 6;

/** Those to keep: the most alike of each circle, so that whoever sees fewer circles still has some. */
export function bestOf(candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort((one, other) => other.likeness - one.likeness || (one.id < other.id ? 1 : -1));
  return sorted.filter(
    ({ circle }, at) => sorted.slice(0, at).filter((before) => before.circle === circle).length < MOST_IN_CIRCLE,
  );
}
