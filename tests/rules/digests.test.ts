import { expect, test } from 'vitest';
import { nextDigestAt, sayDigestChoice } from '#domain/digests/digest-rules.ts';

const LONDON = 'Europe/London';
const weekly = { rhythm: 'weekly', weekday: 4, hour: 8 } as const;
const monthly = { rhythm: 'monthly', weekday: 1, hour: 17 } as const;
const next = (choice: Parameters<typeof nextDigestAt>[0], after: string, zone = LONDON) =>
  nextDigestAt(choice, new Date(after), zone).toISOString();

test('a weekly digest comes on its day at its hour, and the one after it a week later', () => {
  expect(next(weekly, '2026-12-01T12:00:00Z')).toBe('2026-12-03T08:00:00.000Z');
  expect(next(weekly, '2026-12-03T07:59:00Z')).toBe('2026-12-03T08:00:00.000Z');
  expect(next(weekly, '2026-12-03T08:00:00Z')).toBe('2026-12-10T08:00:00.000Z');
});

test('a monthly digest comes on the first such day of the month, over the end of a year as well', () => {
  expect(next(monthly, '2026-12-01T12:00:00Z')).toBe('2026-12-07T17:00:00.000Z');
  expect(next(monthly, '2026-12-07T17:00:00Z')).toBe('2027-01-04T17:00:00.000Z');
  expect(next(monthly, '2026-01-31T12:00:00Z')).toBe('2026-02-02T17:00:00.000Z');
});

test('the hour is that of the clock on the wall, whichever way the clocks go and wherever the site is', () => {
  expect(next({ ...weekly, weekday: 7 }, '2026-03-28T12:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(next({ ...weekly, weekday: 7, hour: 1 }, '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  expect(next({ ...weekly, weekday: 7, hour: 1 }, '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:00:00.000Z');
  expect(next({ ...weekly, weekday: 7, hour: 1 }, '2026-10-25T00:00:00Z')).toBe('2026-11-01T01:00:00.000Z');
  expect(next(weekly, '2026-12-02T22:00:00Z', 'Pacific/Auckland')).toBe('2026-12-09T19:00:00.000Z');
});

test('when it comes is said in a few words', () => {
  expect(sayDigestChoice(weekly)).toBe('every Thursday at 8 am');
  expect(sayDigestChoice(monthly)).toBe('on the first Monday of each month at 5 pm');
});
