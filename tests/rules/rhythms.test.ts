import { expect, test } from 'vitest';
import { readRhythm } from '#domain/series/rhythm-form-rules.ts';
import { type RhythmRow, readRules, rowsOfRule, ruleOfRow } from '#domain/series/rhythm-row-rules.ts';
import { listDays, tidyRule, timesOn } from '#domain/series/rhythm-rules.ts';
import { sayRhythm } from '#domain/series/rhythm-words.ts';
import { rhythmOf } from '#tests/support/rhythms.ts';

const REAL = ['FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE', 'FREQ=YEARLY;BYMONTH=3;BYDAY=1SA'];

const typed = (wished: object = {}) => ({
  ...{ which: ['3', '1', ''], weekday: ['WE', 'SA', 'MO'], months: ['e2', '3', ''], keptRules: [] },
  ...{ exceptDays: ['', '2026-11-18'], extraDays: ['2026-12-02', ''] },
  ...{ firstDay: '2026-01-01', startTime: '10:00', endTime: '12:00', zone: 'Europe/London' },
  ...wished,
});

test('“third Wednesday of every second month, and the first Saturday of March” can be typed, and is said back', () => {
  const read = readRhythm(typed());
  if (read.kind === 'wrong') throw new Error(JSON.stringify(read.problems));
  expect(read.rhythm.rules).toEqual(REAL);
  expect(sayRhythm(read.rhythm)).toBe(
    'The third Wednesday of every second month (January, March, May, July, September and November), and the first Saturday of March, 10 am to 12 noon, London time. Not on 18 November 2026. Also on 2 December 2026.',
  );
  expect(listDays(read.rhythm, '2026-01-01', '2026-12-31')).toEqual(
    '2026-01-21 2026-03-07 2026-03-18 2026-05-20 2026-07-15 2026-09-16 2026-12-02'.split(' '),
  );
});

test.each<[string, RhythmRow]>([
  ['FREQ=MONTHLY;BYDAY=-1FR', { which: '-1', weekday: 'FR', months: 'e1' }],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU', { which: '2', weekday: 'TU', months: 'e3' }],
  ['FREQ=YEARLY;BYMONTH=12;BYDAY=4SU', { which: '4', weekday: 'SU', months: '12' }],
  ['FREQ=WEEKLY;BYDAY=MO', { which: 'w1', weekday: 'MO', months: null }],
  ['FREQ=WEEKLY;INTERVAL=8;BYDAY=TH', { which: 'w8', weekday: 'TH', months: null }],
])('%s is a row of the form, both ways', (rule, row) => {
  expect(ruleOfRow(row)).toBe(rule);
  expect(rowsOfRule(rule)).toEqual([row]);
});

test('rules that other calendars write become rows too, or are kept as they are', () => {
  const { rows, others } = readRules([
    'FREQ=MONTHLY;BYDAY=WE;BYSETPOS=3',
    'FREQ=WEEKLY;WKST=MO;BYDAY=MO,FR',
    'FREQ=MONTHLY;BYMONTH=3,9;BYDAY=+1SA',
    'FREQ=MONTHLY;BYMONTHDAY=13',
    'FREQ=MONTHLY;BYDAY=5WE',
    'FREQ=WEEKLY;BYDAY=WE;COUNT=5',
  ]);
  expect(rows.map(ruleOfRow)).toEqual([
    'FREQ=MONTHLY;BYDAY=3WE',
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=FR',
    'FREQ=YEARLY;BYMONTH=3;BYDAY=1SA',
    'FREQ=YEARLY;BYMONTH=9;BYDAY=1SA',
  ]);
  expect(others).toEqual(['FREQ=MONTHLY;BYMONTHDAY=13', 'FREQ=MONTHLY;BYDAY=5WE', 'FREQ=WEEKLY;BYDAY=WE;COUNT=5']);
  expect(sayRhythm(rhythmOf(['FREQ=MONTHLY;BYMONTHDAY=13']))).toContain('very month on the 13th');
});

test.each([
  '',
  'FREQ=SECONDLY',
  'FREQ=WEEKLY;BYHOUR=9',
  'FREQ=WEEKLY;FOO=1',
  'FREQ=MONTHLY;BYDAY=9ZZ',
  'FREQ=WEEKLY\nX:Y',
])('%j is not a rule that names days', (rule) => expect(tidyRule(rule)).toBeUndefined());

test('the wall clock stays where it is when the clocks change, and a time that does not come gives no date', () => {
  const weekly = rhythmOf(['FREQ=WEEKLY;BYDAY=SU'], { startTime: '01:30', endTime: '03:30' });
  expect(listDays(weekly, '2026-03-22', '2026-04-05')).toEqual(['2026-03-22', '2026-04-05']);
  expect(listDays(weekly, '2026-10-18', '2026-11-01')).toEqual(['2026-10-18', '2026-10-25', '2026-11-01']);
  const startOf = (day: string) => timesOn(rhythmOf([]), day)?.startsAt.toISOString();
  expect(['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'].map(startOf)).toEqual([
    '2026-03-28T10:00:00.000Z',
    '2026-03-29T09:00:00.000Z',
    '2026-10-24T09:00:00.000Z',
    '2026-10-25T10:00:00.000Z',
  ]);
  expect(timesOn(weekly, '2026-03-29')).toBeUndefined();
});

test('every second month counts from the first day, and nothing comes before it', () => {
  const from = (firstDay: string) => listDays(rhythmOf(REAL.slice(0, 1), { firstDay }), '2026-01-01', '2026-07-01');
  expect(from('2026-02-19')).toEqual(['2026-04-15', '2026-06-17']);
  expect(from('2025-12-31')).toEqual(['2026-02-18', '2026-04-15', '2026-06-17']);
});

test.each([
  [
    { months: ['', '3', ''] },
    { which: 'Line 1: choose all three, such as “Third”, “Wednesday”, “of every second month”' },
  ],
  [{ which: ['3', 'w2', ''] }, { which: 'Line 2: leave the months empty when you count by weeks' }],
  [{ exceptDays: ['2026-02-30'] }, { exceptDays: 'Enter days, at most 40' }],
  [{ endTime: '10:00' }, { endTime: 'Enter an end that comes after the start' }],
  [{ startTime: '25:00' }, { startTime: 'Enter when it starts' }],
  [{ firstDay: 'soon' }, { firstDay: 'Enter the day it counts from' }],
  [{ keptRules: ['FREQ=HOURLY'] }, { keptRules: 'One of these is not a rule that calendars know: leave it out' }],
  [{ zone: '+01:00' }, { zone: 'Choose a time zone from the list' }],
])('what is wrong with %j is said in a sentence', (wished, problems) => {
  expect(readRhythm(typed(wished))).toEqual({ kind: 'wrong', problems });
});
