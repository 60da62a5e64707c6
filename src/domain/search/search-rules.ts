export type EntryKind = 'meetup' | 'series' | 'lesson' | 'channel' | 'person' | 'notes' | 'collection';

/** The words of a text as search compares them: lower case, accents folded, letters and digits only, in order. */
export function foldWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae');
  return folded.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

/** The most words of a query that are looked at. */
const MOST_WORDS = 8;

/** A word with its hyphen, of which `foldWords` makes two. */
const E_WORD = /(?<![\p{Letter}\p{Number}\p{Mark}])(e)[-‐‑]([\p{Letter}\p{Number}\p{Mark}]+)/giu;

/**
 * The words of a query, each once. An empty list finds nothing. An `e-mail` is looked for as `email`, which finds both, and
 * so are `emails`: no text that says `e-mail` has a word that starts with them.
 */
export function queryWords(query: string): string[] {
  const words = foldWords(query.slice(0, 200).replace(E_WORD, '$1$2'));
  return [...new Set(words.map((word) => (word === 'emails' ? 'email' : word)))].slice(0, MOST_WORDS);
}

/** A piece of text that is, or is not, one of the words looked for. */
export interface Piece {
  text: string;
  isHit: boolean;
}

const WORD = /(?:e[-‐‑])?[\p{Letter}\p{Number}\p{Mark}]+/giu;

/** The text in pieces, with every word marked that starts with one of `words`. */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const spellings = foldWords(match[0].replace(E_WORD, '$& $1$2'));
    if (!spellings.some((folded) => words.some((word) => folded.startsWith(word)))) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isHit: false });
    end = match.index + match[0].length;
    pieces.push({ text: match[0], isHit: true });
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
}

/** About `length` characters of a text from shortly before its first hit, cut between words. */
export function snippet(text: string, words: readonly string[], length = 220): string {
  const [first] = markWords(text, words);
  const hitAt = first && !first.isHit && first.text.length < text.length ? first.text.length : 0;
  const from = hitAt > 60 ? text.indexOf(' ', hitAt - 60) + 1 : 0;
  if (text.length - from <= length) return `${from > 0 ? '… ' : ''}${text.slice(from)}`;
  const cut = text.slice(from, from + length);
  return `${from > 0 ? '… ' : ''}${cut.slice(0, Math.max(cut.lastIndexOf(' '), length - 40))} …`;
}
