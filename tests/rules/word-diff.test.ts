import { expect, test } from 'vitest';
import { aroundChanges, diffWords, type WordChange } from '#domain/text/word-diff-rules.ts';

const MARKS = {
  same: (text: string) => text,
  removed: (text: string) => `[-${text}]`,
  added: (text: string) => `[+${text}]`,
};
const say = (changes: readonly WordChange[]) => changes.map(({ kind, text }) => MARKS[kind](text)).join('');
const without = (changes: readonly WordChange[], other: WordChange['kind']) =>
  changes
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

test.each([
  ['We asked ten questions.', 'We asked one question.', 'We asked [-ten questions][+one question].'],
  ['Ask on paper too.', 'Ask at the counter and on paper too.', 'Ask [+at the counter and ]on paper too.'],
  ['', 'Something new.', '[+Something new.]'],
  ['Gone now.', '', '[-Gone now.]'],
  ['The same.', 'The same.', 'The same.'],
  ['One.\nTwo.\nThree.', 'One.\nThree.', 'One.\n[-Two.\n]Three.'],
  ['a b c', 'x b z', '[-a b c][+x b z]'],
  ['Naïve café', 'Naïve cafés', 'Naïve [-café][+cafés]'],
])('%j became %j', (before, after, said) => {
  expect(say(diffWords(before, after))).toBe(said);
});

/** A small generator with a seed, so that a failure can be repeated. */
function* numbers(seed: number, below: number) {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield Math.floor((state / 2_147_483_648) * below);
  }
}

test('whatever changed, both texts can be read from it to the letter, and what stayed is never told as changed twice', () => {
  const words = ['tea', 'cake', ' ', ' ', '\n', '**', '👩‍🚒', 'é', 'library'];
  const chance = numbers(7, words.length);
  const text = () =>
    Array.from({ length: 4 * Number(chance.next().value) }, () => words[Number(chance.next().value)]).join('');
  for (let round = 0; round < 300; round += 1) {
    const [before, after] = [text(), text()];
    const changes = diffWords(before, after);
    expect([without(changes, 'added'), without(changes, 'removed')]).toEqual([before, after]);
    changes.forEach(({ kind }, at) => {
      expect(kind).not.toBe(changes[at + 1]?.kind);
    });
  }
});

test('hostile texts cost no more than a moment', () => {
  const long = (word: string, other: string) =>
    Array.from({ length: 12_000 }, (_, n) => (n % 2 ? word : `${other}${n}`)).join(' ');
  const [before, after] = [long('a', 'b').slice(0, 50_000), long('a', 'c').slice(0, 50_000)];
  const changes = diffWords(before, after);
  expect([without(changes, 'added'), without(changes, 'removed')]).toEqual([before, after]);
  expect(changes.length).toBeLessThan(900);
});

test('long passages that stayed are cut to what stands around the changes', () => {
  const stayed = 'word '.repeat(200);
  const shown = aroundChanges(diffWords(`${stayed}end`, `${stayed}finish`));
  expect(shown[0]?.text.length).toBeLessThan(200);
  expect(shown[0]?.text.startsWith('… word')).toBe(true);
  expect(shown.slice(1).map(({ text }) => text)).toEqual(['end', 'finish']);
});
