import { expect, test } from 'vitest';
import { adviseOn, countSyllables, readingAge } from '#domain/plain-words/plain-words-rules.ts';
import { plainBlocks } from '#domain/text/plain-text-rules.ts';

const times = (word: string, n: number) => Array<string>(n).fill(word).join(' ');

test('syllables are counted as they are said, near enough', () => {
  const said = { tea: 1, house: 1, wanted: 2, asked: 1, table: 2, notices: 3, people: 2, opening: 3, organisation: 5 };
  expect(Object.fromEntries(Object.keys(said).map((word) => [word, countSyllables(word)]))).toEqual(said);
});

test('short words in short sentences are for children, long ones are not', () => {
  expect(readingAge(['the', 'cat', 'sat'], 1)).toBe(5);
  const easy = adviseOn([`${'We put up a sign. People read it and came in. '.repeat(5)}`], []);
  const hard = adviseOn(
    [`${'Departmental communication methodologies necessitate organisational reconsideration. '.repeat(8)}`],
    [],
  );
  expect(easy.readingAge).toBeLessThanOrEqual(7);
  expect(hard.readingAge).toBeGreaterThan(20);
  expect(adviseOn(['Too short to say.'], []).readingAge).toBeNull();
});

test('a long sentence is pointed at, a list of short items is not', () => {
  const blocks = plainBlocks(
    `<p>${times('word', 26)}. Short.</p><ul>${'<li>one two three four five</li>'.repeat(9)}</ul>`,
  );
  expect(adviseOn(blocks, []).longSentences).toEqual([{ sentence: `${times('word', 26)}.`, words: 26 }]);
  expect(adviseOn([times('word', 25)], []).longSentences).toEqual([]);
});

test('jargon is found as whole words in any case, and not inside others', () => {
  const list = ['roll out', 'leverage', 'art'].map((term) => ({ term, instead: 'say it' }));
  const found = adviseOn(['We will Roll-out, no: roll out, LEVERAGE in part.'], list).jargon;
  expect(found.map(({ term }) => term)).toEqual(['roll out', 'leverage']);
});
