import { foldWords } from '../search/search-rules.ts';
import { FIRST_WORDS, SECOND_WORDS } from './spoken-words.ts';

/** Two words drawn by a secret's hash in hexadecimal: `amber-kettle`. */
export function drawCode(hash: string): string {
  const [first, second] = [hash.slice(0, 8), hash.slice(8, 16)].map((part) => Number.parseInt(part, 16));
  return `${FIRST_WORDS[(first ?? 0) % FIRST_WORDS.length]}-${SECOND_WORDS[(second ?? 0) % SECOND_WORDS.length]}`;
}

/** As it is read out: "amber kettle". */
export const sayCode = (code: string): string => code.replace('-', ' ');

/**
 * Those whom somebody means who types two words, one of them, or part of a name, capitals and accents aside: whoever has
 * the whole code comes alone.
 */
export function findNamed<Caller extends { name: string; code: string }>(
  callers: readonly Caller[],
  typed: string,
): { callers: Caller[]; byCode: boolean } {
  const words = foldWords(typed);
  const exact = callers.filter(({ code }) => code === words.join('-'));
  if (exact.length > 0) return { callers: exact, byCode: true };
  const isMeant = ({ name, code }: Caller) => {
    const known = [...foldWords(name), ...code.split('-')];
    return words.every((word) => known.some((one) => one.startsWith(word)));
  };
  return { callers: words.join('').length < 2 ? [] : callers.filter(isMeant), byCode: false };
}
