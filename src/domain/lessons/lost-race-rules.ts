import { mergeWords } from '../notes/merge-rules.ts';
import { changedWords, type LessonText } from './lesson-rules.ts';

export type Name = keyof LessonText;

/** Two texts of one part that both changed. */
export interface Collision {
  name: Name;
  mine: string;
  theirs: string;
}

/** Two texts of one lesson, brought together. */
export interface Together {
  words: LessonText;
  /** The parts that only the other changed, taken over. */
  taken: Name[];
  collisions: Collision[];
}

/** The same, with who saved first, if this viewer may know. */
export interface LostRace extends Together {
  savedAt: Date;
  savedBy: string | null;
}

const ONE_LINE: readonly Name[] = ['title', 'tryThis'];

/**
 * Two people changed the same lesson. A part that only one of them changed is theirs; of one that both changed, both
 * texts stay, one below the other, and of a single line the own one. No word of either is thrown away unseen.
 *
 * @param before what both began with, when that is known.
 */
export function bringTogether(before: LessonText | undefined, mine: LessonText, theirs: LessonText): Together {
  const words = { ...mine };
  const differing = changedWords(mine, theirs).filter((name) => theirs[name] !== before?.[name]);
  const taken = differing.filter((name) => mine[name] === before?.[name]);
  const both = differing.filter((name) => !taken.includes(name));
  for (const name of taken) words[name] = theirs[name];
  for (const name of both)
    if (!ONE_LINE.includes(name)) words[name] = mergeWords(before?.[name] ?? '', mine[name], theirs[name]);
  return { words, taken, collisions: both.map((name) => ({ name, mine: mine[name], theirs: theirs[name] })) };
}
