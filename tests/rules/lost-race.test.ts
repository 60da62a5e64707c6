import { expect, test } from 'vitest';
import { markUp } from '#components/lessons/mark-rules.ts';
import type { LessonText } from '#domain/lessons/lesson-rules.ts';
import { bringTogether } from '#domain/lessons/lost-race-rules.ts';

const text = (words: Partial<LessonText> = {}): LessonText => ({
  ...{ title: 'Queue', tryThis: '', wanted: '', happened: 'It rained.', why: '', nextTime: '' },
  ...words,
});

test('what only one of two people changed is kept without asking', () => {
  const { words, taken, collisions } = bringTogether(text(), text({ why: 'Wind.' }), text({ wanted: 'Sun.' }));
  expect(words).toEqual(text({ why: 'Wind.', wanted: 'Sun.' }));
  expect([taken, collisions]).toEqual([['wanted'], []]);
});

test('where both changed the same part no word of either is lost, and both are told', () => {
  const mine = text({ title: 'My queue', happened: 'It rained. Ann came.' });
  const { words, collisions } = bringTogether(
    text(),
    mine,
    text({ title: 'Our queue', happened: 'It rained. Bob left.' }),
  );
  expect(words.title).toBe('My queue');
  for (const word of ['Ann came', 'Bob left']) expect(words.happened).toContain(word);
  expect(collisions.map(({ name }) => name)).toEqual(['title', 'happened']);
});

test('without the text that both began with, both texts stay', () => {
  const { words } = bringTogether(undefined, text({ happened: 'Ann.' }), text({ happened: 'Bob.' }));
  expect(words.happened).toBe('Bob.\nAnn.');
});

test('the toolbar marks words, and unmarks them again', () => {
  const done = (mark: Parameters<typeof markUp>[0], words: string, from: number, to: number) => {
    const { text: put, ...at } = markUp(mark, words, from, to);
    return words.slice(0, at.from) + put + words.slice(at.to);
  };
  expect(done('bold', 'a cup of tea', 2, 5)).toBe('a **cup** of tea');
  expect(done('bold', 'a **cup** of tea', 4, 7)).toBe('a cup of tea');
  expect(done('list', 'one\ntwo\nthree', 4, 8)).toBe('one\n- two\n- three');
  expect(done('list', '- one\n- two', 0, 11)).toBe('one\ntwo');
  expect(done('link', 'our page', 4, 8)).toBe('our [page](https://)');
  expect(done('quote', '', 0, 0)).toBe('> ');
});
