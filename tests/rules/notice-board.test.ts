import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { beginningOf, lessonsOfMonth, monthToPrint, readMonth } from '#domain/notice-board/notice-board-rules.ts';

const LONDON = 'Europe/London';
const NOW = new Date('2026-11-26T12:00:00Z');

test('a board is for a month within a year of today', () => {
  expect(readMonth('2026-12', NOW, LONDON)?.toString()).toBe('2026-12');
  expect(readMonth('2025-11', NOW, LONDON)?.toString()).toBe('2025-11');
  for (const typed of ['2025-10', '2028-01', '2026-13', '2026-1', 'next', '2026-12-01', '0000-00'])
    expect(readMonth(typed, NOW, LONDON), typed).toBeUndefined();
});

test('from the twentieth on people print the next month, by the clock on the wall', () => {
  const month = (at: string, zone = LONDON) => monthToPrint(new Date(at), zone).toString();
  expect(month('2026-11-19T23:59:00Z')).toBe('2026-11');
  expect(month('2026-11-20T00:00:00Z')).toBe('2026-12');
  expect(month('2026-12-31T23:00:00Z', 'Pacific/Auckland')).toBe('2027-01');
  expect(beginningOf(Temporal.PlainYearMonth.from('2026-07'), LONDON)).toEqual(new Date('2026-06-30T23:00:00Z'));
});

test('the lessons that stand highest take turns from month to month, each board with three', () => {
  const twelve = Array.from({ length: 12 }, (_, at) => at);
  const boards = ['2026-09', '2026-10', '2026-11', '2026-12'].map((month) =>
    lessonsOfMonth(twelve, Temporal.PlainYearMonth.from(month)),
  );
  expect(boards.flat().sort((a, b) => a - b)).toEqual(twelve);
  expect(lessonsOfMonth([1, 2], Temporal.PlainYearMonth.from('2026-12'))).toEqual([1, 2]);
  expect(lessonsOfMonth([], Temporal.PlainYearMonth.from('2026-12'))).toEqual([]);
});
