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

/** The words of a query, each once. An empty list finds nothing. */
export const queryWords = (query: string): string[] =>
  [...new Set(foldWords(query.slice(0, 200)))].slice(0, MOST_WORDS);
