import { expect, test } from 'vitest';
import { openFeedDates } from '#server/http/feed-dates.ts';

test('a feed keeps its date while it is the same, and two forms of it never share one, however quickly they follow', () => {
  let now = new Date('2026-06-01T12:00:00.400Z');
  const dateOf = openFeedDates(() => now);
  const first = dateOf('/a', 'one');
  now = new Date('2026-06-01T12:00:00.900Z');
  expect(dateOf('/a', 'one')).toEqual(first);
  const second = dateOf('/a', 'two');
  expect(second.getTime()).toBe(first.getTime() + 1000);
  expect(dateOf('/a', 'one').getTime()).toBe(second.getTime() + 1000);
  expect(dateOf('/b', 'one')).toEqual(first);
});
