import { foldWords } from '../search/search-rules.ts';

const LONGEST = 60;

/** The part of an address that names a record: folded words joined by hyphens, at most 60 characters, never empty. */
export function slugOf(text: string): string {
  const words = foldWords(text)
    .join('-')
    .replace(/[^a-z0-9-]+/g, '');
  const cut =
    words.length > LONGEST
      ? words.slice(0, words.lastIndexOf('-', LONGEST) > 0 ? words.lastIndexOf('-', LONGEST) : LONGEST)
      : words;
  return cut.replace(/^-+|-+$/g, '') || 'untitled';
}

/** The slug to try when earlier ones are taken: `spring-cafe`, `spring-cafe-2`, `spring-cafe-3` … */
export const nthSlug = (slug: string, n: number): string => (n === 1 ? slug : `${slug}-${n}`);
