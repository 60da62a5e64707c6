import { expect, test } from 'vitest';
import { drawCode, findNamed, sayCode } from '#domain/people/spoken-code-rules.ts';
import { FIRST_WORDS, SECOND_WORDS } from '#domain/people/spoken-words.ts';
import { newToken } from '#server/chance.ts';

/** How many letters must be changed, added or left out to make one word of another. */
function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [at, second] of [...other].entries())
      line.push(Math.min(line[at]! + 1, above[at + 1]! + 1, above[at]! + (letter === second ? 0 : 1)));
    above = line;
  }
  return above.at(-1)!;
}

test.each([
  ['first', FIRST_WORDS],
  ['second', SECOND_WORDS],
])('no two of the %s words look or sound much alike, and all are plain', (_, words) => {
  const alike = words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other) => (distance(one, other) < 3 ? [`${one} ${other}`] : [])),
  );
  expect(alike).toEqual([]);
  expect(words.filter((word) => !/^[a-z]{5,10}$/.test(word))).toEqual([]);
});

test('no word is in both lists, so that one word alone says which of the two it is', () => {
  expect(FIRST_WORDS.filter((word) => (SECOND_WORDS as readonly string[]).includes(word))).toEqual([]);
});

test('there are enough pairs for a town, and all are drawn', () => {
  expect(FIRST_WORDS.length * SECOND_WORDS.length).toBeGreaterThan(4500);
  const codes = Array.from({ length: 5000 }, () => drawCode(newToken().hash));
  expect(new Set(codes.map((code) => code.split('-')[0])).size).toBe(FIRST_WORDS.length);
  expect(new Set(codes.map((code) => code.split('-')[1])).size).toBe(SECOND_WORDS.length);
  expect(sayCode('amber-kettle')).toBe('amber kettle');
});

const CALLERS = [
  { name: 'Mrs Brown', code: 'amber-kettle' },
  { name: 'Ambrose Brown', code: 'velvet-otter' },
  { name: 'Zoë Ångström', code: 'amber-lantern' },
];
const found = (typed: string) => findNamed(CALLERS, typed).callers.map(({ name }) => name);

test('people are found by their two words, one of them, or part of their name, however it is typed', () => {
  for (const typed of ['amber kettle', ' Amber-KETTLE ', 'amber, kettle!']) expect(found(typed)).toEqual(['Mrs Brown']);
  expect(findNamed(CALLERS, 'amber kettle').byCode).toBe(true);
  expect(found('kettle')).toEqual(['Mrs Brown']);
  expect(found('amber')).toEqual(['Mrs Brown', 'Zoë Ångström']);
  expect(found('brown')).toEqual(['Mrs Brown', 'Ambrose Brown']);
  expect(found('ambr')).toEqual(['Ambrose Brown']);
  expect(found('zoe ang')).toEqual(['Zoë Ångström']);
  expect(findNamed(CALLERS, 'brown').byCode).toBe(false);
});

test('a letter, nothing, or nobody’s words find nobody', () => {
  for (const typed of ['', ' ', 'a', '%', '__', '-', 'kettle otter', 'scarlet', "' or 1=1"])
    expect(found(typed), typed).toEqual([]);
});
