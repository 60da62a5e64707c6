import type { Circle } from '../people/viewer.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';

export const MOST_LESSONS = 60;
export const MOST_KEEPERS = 12;

/** What is done to a collection. */
export type Change =
  | 'started'
  | 'words'
  | 'lesson-added'
  | 'lesson-removed'
  | 'order'
  | 'keeper-added'
  | 'keeper-left'
  | 'withdrawn';

/** As a sentence about somebody begins: "… changed the order". */
export const CHANGE_WORDS: Record<Change, string> = {
  started: 'started the collection',
  words: 'changed what it says',
  'lesson-added': 'added',
  'lesson-removed': 'took out',
  order: 'changed the order or the lines',
  'keeper-added': 'made a keeper:',
  'keeper-left': 'let go of a keeper:',
  withdrawn: 'withdrew the collection',
};

/** What a collection says of itself. */
export interface CollectionWords {
  title: string;
  /** Plain text; an empty line begins a paragraph. */
  introduction: string;
  circle: Circle;
}

/** Whether somebody may change a collection. */
export const mayKeep = (
  { person, isAdmin }: { person: { id: string } | null; isAdmin: boolean },
  keeperIds: readonly string[],
): boolean => person !== null && (isAdmin || keeperIds.includes(person.id));

/** Words the addresses of other pages use. */
const RESERVED = ['new'];

/** The slugs a collection may take, best first: the last holds its own id and is always free. */
export function collectionSlugs(title: string, id: string): string[] {
  const slug = slugOf(title);
  const numbered = Array.from({ length: 20 }, (_, n) => nthSlug(slug, n + 1));
  return [...numbered, `${slug}-${id}`].filter((candidate) => !RESERVED.includes(candidate));
}

/** A lesson's place in a collection as a form sends it. */
export interface Place {
  lessonId: string;
  /** As typed: two lessons may have the same number, and then stand as they stood. */
  position: number;
  line: string;
}

/** The lessons in the order of the numbers typed, numbered anew from 1; those the form did not know of stand last. */
export function arrange(before: readonly Place[], wished: readonly Place[]): Place[] {
  const last = Number.MAX_SAFE_INTEGER;
  return before
    .map((place) => wished.find(({ lessonId }) => lessonId === place.lessonId) ?? { ...place, position: last })
    .sort((one, other) => one.position - other.position)
    .map((place, at) => ({ ...place, position: at + 1 }));
}
