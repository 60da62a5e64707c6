import { expect, test } from 'vitest';
import { sayLessons, sumPlaces } from '#domain/try-outs/tag-rules.ts';

test('what a place found is added up, the place where most worked first; people on their own are residents', () => {
  const tried = [
    { place: 'Parks', result: 'did-not' as const },
    { place: 'Housing', result: 'worked' as const },
    { place: 'Housing', result: 'partly' as const },
    { place: '', result: 'partly' as const },
  ];
  expect(sumPlaces(tried)).toEqual([
    { place: 'Housing', worked: 1, partly: 1, 'did-not': 0 },
    { place: 'Parks', worked: 0, partly: 0, 'did-not': 1 },
    { place: 'Residents', worked: 0, partly: 1, 'did-not': 0 },
  ]);
});

test('the lessons of a tag are told in a sentence that holds for one and for many', () => {
  const counts = (...all: [Parameters<typeof sayLessons>[0][number]['worked'], number][]) =>
    sayLessons(all.map(([worked, total]) => ({ worked, total })));
  expect(counts(['no', 1], ['yes', 6], ['partly', 2])).toBe(
    '9 lessons. For those who wrote them 6 worked, 2 partly worked and 1 did not work.',
  );
  expect(counts(['too-early', 1])).toBe('1 lesson. For those who wrote them 1 is too new to say.');
  expect(counts(['not-said', 2])).toBe('2 lessons.');
});
