import { expect, test } from 'vitest';
import { layTimeline } from '#components/try-outs/timeline.ts';
import { morningOf } from '#domain/time/morning-rules.ts';
import { type Result, sayAge, sayTried, standingOf, type Tried } from '#domain/try-outs/standing-rules.ts';
import { isAskable, usualDay } from '#domain/try-outs/try-out-rules.ts';

const day = (iso: string) => new Date(`${iso}T12:00:00Z`);
const tried = (personId: string, result: Result, on: string, placeId: string | null = null): Tried => ({
  ...{ personId, result, placeId, answeredAt: day(on) },
});

test('a lesson that worked for others stands above a newer one that nobody tried, and sinks as time passes', () => {
  const used = standingOf(
    [day('2026-01-10')],
    [tried('a', 'worked', '2026-02-01'), tried('b', 'worked', '2026-02-01')],
  );
  expect(used.standing).toBeGreaterThan(standingOf([day('2026-12-01')], []).standing);
  expect(used.standing).toBeLessThan(standingOf([day('2027-06-01')], []).standing);
});

test('worked lifts more than partly; what did not work lifts nothing beyond being fresh', () => {
  const after = (result: Result) => standingOf([day('2026-01-10')], [tried('a', result, '2026-02-01')]).standing;
  expect(after('worked')).toBeGreaterThan(after('partly'));
  expect(after('partly')).toBeGreaterThan(after('did-not'));
  expect(after('did-not')).toBe(standingOf([day('2026-02-01')], []).standing);
});

test('each doubling of reuse is worth half a year', () => {
  const of = (teams: number) =>
    standingOf(
      [day('2026-01-10')],
      Array.from({ length: teams }, (_, n) => tried(`${n}`, 'partly', '2026-01-10')),
    );
  const halfYear = 182 * 24 * 60;
  expect(of(3).standing - of(1).standing).toBe(halfYear);
  expect(of(7).standing - of(3).standing).toBe(halfYear);
});

test('of a team that tried twice the last time counts, in whatever order it is told', () => {
  const twice = [tried('a', 'worked', '2026-03-01', 'u1'), tried('a', 'did-not', '2026-02-01', 'u1')];
  expect(standingOf([day('2026-01-10')], twice)).toMatchObject({ teams: 1, worked: 1, didNot: 0, places: 1 });
});

test('a word of its author makes a lesson fresh', () => {
  const { freshAt, triedAt } = standingOf([day('2024-01-10'), day('2026-05-01')], []);
  expect([freshAt, triedAt]).toEqual([day('2026-05-01'), null]);
});

test('what became of a lesson is said in one line', () => {
  const all = [
    ...Array.from({ length: 5 }, (_, n) => tried(`w${n}`, 'worked', '2026-02-01', `u${n % 3}`)),
    tried('p', 'partly', '2026-02-01', 'u9'),
    tried('d', 'did-not', '2026-02-01'),
  ];
  expect(sayTried(standingOf([day('2026-01-10')], all))).toBe(
    'Tried by 7 teams in 4 places: 5 worked, 1 partly, 1 did not',
  );
  expect(sayTried(standingOf([day('2026-01-10')], [tried('a', 'worked', '2026-02-01', 'u')]))).toBe(
    'Tried by one team: 1 worked',
  );
  expect(sayTried(standingOf([day('2026-01-10')], []))).toBe('');
});

test('old lessons are marked, fresh ones are not', () => {
  const now = day('2026-11-26');
  expect(sayAge(standingOf([day('2026-01-10')], []), now)).toBe('');
  expect(sayAge(standingOf([day('2024-01-10')], []), now)).toBe('Still true?');
  expect(sayAge(standingOf([day('2023-01-10')], [tried('a', 'worked', '2024-02-01')]), now)).toBe(
    'Not tried since 2024',
  );
  expect(sayAge(standingOf([day('2023-01-10'), day('2026-03-01')], [tried('a', 'worked', '2024-02-01')]), now)).toBe(
    '',
  );
});

test('we ask at nine in the morning by the clock on the wall, on a day within a year', () => {
  expect(morningOf('2026-07-01', 'Europe/London').toISOString()).toBe('2026-07-01T08:00:00.000Z');
  expect(morningOf('2026-12-01', 'Europe/London').toISOString()).toBe('2026-12-01T09:00:00.000Z');
  expect(usualDay('2026-02-28')).toBe('2026-03-28');
  expect(['2026-11-26', '2026-11-27', '2027-11-27', '2027-11-28'].map((on) => isAskable(on, '2026-11-26'))).toEqual([
    ...[false, true, true, false],
  ]);
});

test('a picture has a row for each place, the first to try on top, and every mark inside it', () => {
  const told = [
    { place: 'Museums', result: 'worked' as const, answeredAt: day('2026-06-01') },
    { place: '', result: 'did-not' as const, answeredAt: day('2026-04-01') },
    { place: 'Museums', result: 'partly' as const, answeredAt: day('2025-03-01') },
  ];
  const { rows, marks, years, width, height } = layTimeline(told, day('2025-01-01'));
  expect(rows.map(({ name }) => name)).toEqual(['Museums', 'Residents']);
  expect(marks).toHaveLength(3);
  expect(marks.every(({ x, y }) => x >= 0 && x <= width && y > 0 && y < height)).toBe(true);
  expect(years.map(({ year }) => year)).toEqual([2026]);
});
