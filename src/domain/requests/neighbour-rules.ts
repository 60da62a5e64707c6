import { foldWords } from '../search/search-rules.ts';

/** How many different words of a wish are looked at: the longest, which say most. */
const MOST_WORDS = 10;
const SHORTEST_WORD = 4;

/** Words that stand in every wish and tell nothing apart. */
const EMPTY_WORDS = new Set(
  'about also because been channel come could from have into know more only other people same somebody that their them then there they this those what when where which will with would your'.split(
    ' ',
  ),
);

/** The words by which the neighbours of a wish are found, longest first. */
export const tellingWords = (text: string): string[] =>
  [...new Set(foldWords(text))]
    .filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.has(word))
    .sort((one, other) => other.length - one.length || one.localeCompare(other))
    .slice(0, MOST_WORDS);

/** One channel that has one of the words. */
export interface WordHit {
  word: string;
  channelId: string;
  unitId: string;
}

export interface Neighbour {
  channelId: string;
  /** From 0 to 1. */
  likeness: number;
}

const SAME_UNIT = 0.1;
const LEAST_LIKENESS = 0.25;
const MOST_NEIGHBOURS = 5;

/**
 * The channels most like a wish. Each word weighs `ln(1 + channels / channels that have it)`, so that a rare one says more;
 * likeness is the weight of the words a channel shares, as a part of the weight of all, and a tenth more in the same unit.
 * Below a quarter nobody is a neighbour.
 */
export function rankNeighbours(
  words: readonly string[],
  hits: readonly WordHit[],
  { channels, unitId }: { channels: number; unitId: string },
): Neighbour[] {
  const perWord = Map.groupBy(hits, ({ word }) => word);
  const weightOf = (word: string) => Math.log(1 + channels / Math.max(perWord.get(word)?.length ?? 0, 1));
  const all = words.reduce((sum, word) => sum + weightOf(word), 0);
  const byChannel = Map.groupBy(hits, ({ channelId }) => channelId);
  return [...byChannel]
    .map(([channelId, theirs]) => {
      const shared = [...new Set(theirs.map(({ word }) => word))].reduce((sum, word) => sum + weightOf(word), 0);
      const near = theirs.some((hit) => hit.unitId === unitId) ? SAME_UNIT : 0;
      return { channelId, likeness: Math.min(shared / all + near, 1) };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness || one.channelId.localeCompare(other.channelId))
    .slice(0, MOST_NEIGHBOURS);
}
