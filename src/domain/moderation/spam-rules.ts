import { foldWords } from '../search/search-rules.ts';

/** As many links as somebody may put into one text: when other words of theirs stand here already, and when none do. */
const MOST_LINKS = 5;
const MOST_LINKS_AT_FIRST = 1;

/** Shorter texts are said by many: “Thank you, that helped a lot.” */
const LEAST_WORDS = 8;
/** Two texts are nearly the same from this share of common runs of words on. */
const NEARLY_SAME = 0.75;
const RUN = 3;

/** Whether a person should look at words first: too many links, or nearly the same words as came before. */
export const looksLikeSpam = (
  words: string,
  earlier: readonly string[],
  { hasSpoken }: { hasSpoken: boolean },
): boolean =>
  countLinks(words) > (hasSpoken ? MOST_LINKS : MOST_LINKS_AT_FIRST) ||
  earlier.some((text) => isNearlySame(words, text));

/** How many links a text has, written as Markdown, as HTML or as they are: `www.shop.example`, `shop.example/offer`. */
export const countLinks = (text: string): number =>
  text.match(/\bhttps?:\/\/[^\s<>()"']+|\bwww\.[^\s<>()"']+|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/[^\s<>()"']+/giu)
    ?.length ?? 0;

/** Whether two texts say nearly the same in the same words, whatever their case, signs and invisible characters. */
export function isNearlySame(one: string, other: string): boolean {
  const [these, those] = [wordsOf(one), wordsOf(other)];
  if (Math.min(these.length, those.length) < LEAST_WORDS) return false;
  const [runs, otherRuns] = [runsOf(these), runsOf(those)];
  const common = [...runs].filter((run) => otherRuns.has(run)).length;
  return (2 * common) / (runs.size + otherRuns.size) >= NEARLY_SAME;
}

const wordsOf = (text: string): string[] => foldWords(text.replace(/\p{Cf}/gu, ''));

const runsOf = (words: readonly string[]): Set<string> =>
  new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
