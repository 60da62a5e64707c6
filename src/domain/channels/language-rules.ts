import { foldWords } from '../search/search-rules.ts';

/** ISO 639-1, and the languages without such a code that public bodies write or sign. */
const CODES =
  `aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa
  ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ig ik is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv
  kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pl ps pt qu rm
  rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo
  xh yi yo za zh zu bfi yue sco rom`.split(/\s+/);

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** The English name of a language from its ISO 639 code; a code we do not know stands for itself. */
export function languageName(code: string): string {
  if (code === 'bfi') return 'British Sign Language';
  return CODES.includes(code) ? (NAMES.of(code) ?? code) : code;
}

/** Names in English, as one text. */
export const sayLanguages = (codes: readonly string[]): string => codes.map(languageName).join(', ');

/** Languages as a person types them, by name or code, separated by commas: their codes, and what is not a language we know. */
export function readLanguages(text: string): { codes: string[]; unknown: string[] } {
  const words = text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const found = words.map((word) => ({ word, code: codeOf(word) }));
  return {
    codes: [...new Set(found.flatMap(({ code }) => code ?? []))],
    unknown: found.filter(({ code }) => code === undefined).map(({ word }) => word),
  };
}

const folded = (text: string) => foldWords(text).join(' ');
const codeOf = (word: string) =>
  CODES.find((code) => code === word.toLowerCase()) ??
  CODES.find((code) => folded(languageName(code)) === folded(word));
