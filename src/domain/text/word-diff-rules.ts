import { shortestEdit } from './shortest-edit-rules.ts';

/** A piece of two texts: in both, only in the first, or only in the second. */
export interface WordChange {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A change, empty at the start of a text that begins alike, and what stayed after it. */
type Passage = Record<WordChange['kind'], string>;

/** Fewer letters in common between two changes are told with them: one change reads better than confetti. */
const FEWEST_LETTERS = 4;

/**
 * What changed between two texts, word by word within the lines that differ. `same` and `removed` together are the first
 * text, `same` and `added` the second, to the letter. What was taken out comes before what was put in its place.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const lines = gather(shortestEdit(linesOf(before), linesOf(after)));
  const words = lines.flatMap(({ removed, added, same }): WordChange[] => [
    ...shortestEdit(wordsOf(removed), wordsOf(added)),
    { kind: 'same', text: same },
  ]);
  return withoutConfetti(gather(words))
    .flatMap((passage) => (['removed', 'added', 'same'] as const).map((kind) => ({ kind, text: passage[kind] })))
    .filter(({ text }) => text !== '');
}

const MOST_SHOWN = 160;
const LEAST_HIDDEN = 80;

/** Only what stands around the changes: `…` where long passages stayed as they were. */
export const aroundChanges = (changes: readonly WordChange[]): WordChange[] =>
  changes.map((change, at) => {
    const characters = [...change.text];
    if (change.kind !== 'same' || characters.length < 2 * MOST_SHOWN + LEAST_HIDDEN) return change;
    const head = at > 0 ? characters.slice(0, MOST_SHOWN).join('') : '';
    const tail = at < changes.length - 1 ? characters.slice(-MOST_SHOWN).join('') : '';
    return { ...change, text: `${head} … ${tail}`.trimStart() };
  });

const linesOf = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const wordsOf = (text: string) => text.match(/\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+|./gsu) ?? [];

function gather(changes: readonly WordChange[]): Passage[] {
  const passages: Passage[] = [];
  for (const { kind, text } of changes) {
    const last = passages.at(-1);
    if (last && (kind === 'same' || last.same === '')) last[kind] += text;
    else passages.push({ same: '', removed: '', added: '', [kind]: text });
  }
  return passages;
}

function withoutConfetti(passages: readonly Passage[]): Passage[] {
  const kept: Passage[] = [];
  for (const next of passages) {
    const last = kept.at(-1);
    if (last && isConfetti(last, next)) {
      last.removed += last.same + next.removed;
      last.added += last.same + next.added;
      last.same = next.same;
    } else kept.push(next);
  }
  return kept;
}

const isConfetti = (last: Passage, next: Passage): boolean =>
  isChange(last) && isChange(next) && !last.same.includes('\n') && last.same.trim().length < FEWEST_LETTERS;

const isChange = ({ removed, added }: Passage) => removed + added !== '';
