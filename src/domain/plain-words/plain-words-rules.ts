/** A word that the site would rather not read, and what to say instead. */
export interface JargonWord {
  term: string;
  instead: string;
}

/** What could be plainer in a text. It is pointed at, and never stops anybody. */
export interface PlainWordsAdvice {
  /** Null when the text is too short to say. */
  readingAge: number | null;
  longSentences: { sentence: string; words: number }[];
  jargon: JargonWord[];
}

/** The reading age that the site aims at. */
export const PLAIN_AGE = 11;
/** Sentences beyond this are hard to hold in mind; the style guide of GOV.UK draws the line here too. */
export const LONGEST_PLAIN = 25;
export const MOST_JARGON = 500;
/** A formula made for whole pages says nothing about a line. */
const FEWEST_WORDS = 40;
const MOST_POINTED_AT = 8;

/**
 * What could be plainer in an English text.
 *
 * @param blocks its paragraphs, list items and headings as plain text: see `plainBlocks`.
 */
export function adviseOn(blocks: readonly string[], list: readonly JargonWord[]): PlainWordsAdvice {
  const sentences = blocks.flatMap(sentencesOf).map((sentence) => ({ sentence, words: wordsOf(sentence).length }));
  const told = sentences.filter(({ words }) => words > 0);
  const words = blocks.flatMap(wordsOf);
  return {
    readingAge: words.length < FEWEST_WORDS ? null : readingAge(words, told.length),
    longSentences: told.filter((one) => one.words > LONGEST_PLAIN).slice(0, MOST_POINTED_AT),
    jargon: findJargon(blocks, list).slice(0, MOST_POINTED_AT),
  };
}

/**
 * The age at which a reader in school follows a text: the Flesch–Kincaid grade (J. P. Kincaid, R. P. Fishburne,
 * R. L. Rogers and B. S. Chissom, Research Branch Report 8-75, Naval Technical Training Command, 1975), whose first
 * grade is for children of six.
 */
export function readingAge(words: readonly string[], sentences: number): number {
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(5, Math.round(grade + 5));
}

/** How many syllables an English word has, by its groups of vowels: near enough for an average over many words. */
export function countSyllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/(?<=[^laeiouy])e$|(?<=[^td])ed$|(?<=[^laeiouyscxz])es$/, '')
    .replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const sentencesOf = (block: string) => [...segmenter.segment(block)].map(({ segment }) => segment.trim());
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
const spaced = (text: string) => ` ${wordsOf(text).join(' ').toLowerCase()} `;

/** Whole words only, wherever they stand in a block. */
function findJargon(blocks: readonly string[], list: readonly JargonWord[]): JargonWord[] {
  const texts = blocks.map(spaced);
  return list.filter(({ term }) => {
    const wanted = spaced(term);
    return wanted.trim() !== '' && texts.some((text) => text.includes(wanted));
  });
}
