import { expect, test } from 'vitest';
import { layTrend } from '#components/health/trend.ts';
import { byWeek, type NightlyFigure, nextNight, rollUp } from '#domain/health/figure-rules.ts';

const figures = { running: 1, withoutOwner: 0, withoutDeputy: 0, onOnePerson: 1, leftBehind: 0, overdue: 0 };
const night = (day: string, overdue = 0): NightlyFigure => ({ scopeId: 'site', day, ...figures, overdue });

test('a line stops where a night was not counted, and a night alone is a dot', () => {
  const nights = [night('2026-11-01', 2), night('2026-11-02', 4), night('2026-11-05', 1)];
  const { line, dots, highest } = layTrend(nights, 'overdue', '2026-11-01', '2026-11-11');
  expect(line).toBe('M4 48L35.2 4M128.8 70');
  expect(dots).toEqual([{ x: 128.8, y: 70 }]);
  expect(highest).toBe(4);
});

test('a week that nobody counted stands in the table as well', () => {
  const weeks = byWeek([night('2026-11-09', 1), night('2026-11-10', 2), night('2026-11-23', 3)], '2026-11-26');
  expect(weeks.map(({ from, nights, last }) => [from, nights, last?.overdue])).toEqual([
    ['2026-11-23', 1, 3],
    ['2026-11-16', 0, undefined],
    ['2026-11-09', 2, 2],
  ]);
});

test('units whose parents name each other in a ring end the walk, not the site', () => {
  const ring = [
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  expect(rollUp(ring, [{ unitId: 'a', ...figures }])).toMatchObject([{ scopeId: 'site', figures: { running: 1 } }]);
});

test('the next night is at two by the clock of the place, also when the clocks change', () => {
  const zone = 'Europe/London';
  expect(nextNight(new Date('2026-06-01T00:30:00Z'), zone)).toEqual(new Date('2026-06-01T01:00:00Z'));
  expect(nextNight(new Date('2026-06-01T01:00:00Z'), zone)).toEqual(new Date('2026-06-02T01:00:00Z'));
  expect(nextNight(new Date('2026-10-24T12:00:00Z'), zone)).toEqual(new Date('2026-10-25T02:00:00Z'));
});
