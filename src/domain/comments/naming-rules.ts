import type { Circle } from '../people/viewer.ts';

/** Somebody who may be meant. */
export interface Nameable {
  id: string;
  name: string;
  circle: Circle;
  showsName: boolean;
  place: string;
}

export type Named =
  | { kind: 'named'; people: Nameable[] }
  | { kind: 'ambiguous'; name: string; places: string[] }
  | { kind: 'private'; name: string };

interface Mention {
  /** What may be the name, the longest first, in lower case. */
  names: string[];
  /** What stands behind it in brackets, in lower case. */
  place: string;
}

const MOST_MENTIONS = 10;
const WORD = String.raw`[\p{L}\p{M}'’.-]*[\p{L}\p{M}]`;
const MENTION = new RegExp(
  String.raw`(?<![\p{L}\p{N}@/._-])@(\p{Lu}${WORD}(?: ${WORD}){0,3})(?: \(([^)\n]{1,100})\))?`,
  'gu',
);

/** The mentions in a text: "@Ada Hill", "@Ada", "@Ada Hill (Libraries)". Ten at most count. */
export const findMentions = (words: string): Mention[] =>
  [...words.matchAll(MENTION)].slice(0, MOST_MENTIONS).map(([, name = '', place = '']) => {
    const parts = name.toLowerCase().split(' ');
    return { names: parts.map((_, at) => parts.slice(0, parts.length - at).join(' ')), place: place.toLowerCase() };
  });

/** Who is meant by the mentions of a text that stands in a circle. A name that nobody has is no mention. */
export function chooseNamed(mentions: readonly Mention[], known: readonly Nameable[], circle: Circle): Named {
  const people = new Map<string, Nameable>();
  for (const mention of mentions) {
    const meant = choose(mention, known);
    const [first] = meant;
    if (!first) continue;
    if (meant.length > 1)
      return { kind: 'ambiguous', name: first.name, places: meant.map(({ place }) => place).filter(Boolean) };
    if (circle === 'public' && !first.showsName) return { kind: 'private', name: first.name };
    people.set(first.id, first);
  }
  return { kind: 'named', people: [...people.values()] };
}

function choose({ names, place }: Mention, known: readonly Nameable[]): Nameable[] {
  for (const name of names) {
    const meant = known.filter((person) => isCalled(person, name));
    if (meant.length === 0) continue;
    const there = meant.filter((person) => place !== '' && person.place.toLowerCase() === place);
    return there.length > 0 ? there : meant;
  }
  return [];
}

const isCalled = (person: Nameable, name: string) => {
  const own = person.name.toLowerCase();
  return own === name || (!name.includes(' ') && own.startsWith(`${name} `));
};

/** What to do about a mention that cannot stand. */
export const sayNamed = (named: Exclude<Named, { kind: 'named' }>): string =>
  named.kind === 'private'
    ? `${named.name} does not want to be named to everyone. Leave out the @ and the name`
    : `More than one person is called that. Write the whole name, and where they work in brackets: @${named.name} (${named.places[0] ?? 'their unit'})`;
