import { expect, test } from 'vitest';
import { isZone, readTimes, ZONES } from '#domain/meetups/meetup-time-rules.ts';

/** What is wrong, or the two instants (and `twice` when one of the wall-clock times comes twice). */
function read(startsLocal: string, endsLocal: string, zone = 'Europe/London') {
  const found = readTimes(startsLocal, endsLocal, zone);
  if (found.kind === 'wrong') return `${found.field}: ${found.sentence}`;
  const { startsAt, endsAt } = found.times;
  return `${startsAt.toISOString()} ${endsAt.toISOString()}${found.comesTwice ? ' twice' : ''}`;
}

test('a time means the instant that clocks at the place show it', () => {
  expect(read('2026-12-03T10:00', '2026-12-03T11:30')).toBe('2026-12-03T10:00:00.000Z 2026-12-03T11:30:00.000Z');
  expect(read('2026-07-02T10:00', '2026-07-02T11:30')).toBe('2026-07-02T09:00:00.000Z 2026-07-02T10:30:00.000Z');
  expect(read('2026-07-02T18:00', '2026-07-03T00:30', 'America/New_York')).toBe(
    '2026-07-02T22:00:00.000Z 2026-07-03T04:30:00.000Z',
  );
  expect(read('2026-07-02T09:00', '2026-07-02T10:00', 'Australia/Lord_Howe')).toBe(
    '2026-07-01T22:30:00.000Z 2026-07-01T23:30:00.000Z',
  );
});

test.each([
  ['Europe/London', '2026-03-29T01:00', '2026-03-29T03:00', 'startsLocal', '1 am', '2 am'],
  ['Europe/London', '2026-03-29T01:59', '2026-03-29T03:00', 'startsLocal', '1.59 am', '2 am'],
  ['Europe/London', '2026-03-28T23:00', '2026-03-29T01:30', 'endsLocal', '1.30 am', '2 am'],
  ['America/New_York', '2026-03-08T02:30', '2026-03-08T05:00', 'startsLocal', '2.30 am', '3 am'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T05:00', 'startsLocal', '2.15 am', '2.30 am'],
] as const)(
  'in %s the clocks jump over %s, and the form says what to choose',
  (zone, start, end, field, gone, next) => {
    expect(read(start, end, zone)).toBe(
      `${field}: The clocks go forward then, and ${gone} does not come. Choose ${next} or later`,
    );
  },
);

test('the last minute before the jump and the first after it are right', () => {
  expect(read('2026-03-29T00:59', '2026-03-29T02:00')).toBe('2026-03-29T00:59:00.000Z 2026-03-29T01:00:00.000Z');
  expect(read('2026-10-04T01:59', '2026-10-04T02:30', 'Australia/Lord_Howe')).toBe(
    '2026-10-03T15:29:00.000Z 2026-10-03T15:30:00.000Z',
  );
});

test.each([
  ['Europe/London', '2026-10-25T01:30', '2026-10-25T03:00', '2026-10-25T00:30:00.000Z 2026-10-25T03:00:00.000Z twice'],
  ['Europe/London', '2026-10-25T00:00', '2026-10-25T01:00', '2026-10-24T23:00:00.000Z 2026-10-25T00:00:00.000Z twice'],
  ['Europe/London', '2026-10-25T00:30', '2026-10-25T02:00', '2026-10-24T23:30:00.000Z 2026-10-25T02:00:00.000Z'],
  [
    'America/New_York',
    '2026-11-01T01:30',
    '2026-11-01T03:00',
    '2026-11-01T05:30:00.000Z 2026-11-01T08:00:00.000Z twice',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-05T01:45',
    '2026-04-05T03:00',
    '2026-04-04T14:45:00.000Z 2026-04-04T16:30:00.000Z twice',
  ],
] as const)('in %s, of a time that comes twice the first is meant: %s', (zone, start, end, said) => {
  expect(read(start, end, zone)).toBe(said);
});

test('a meetup ends after it starts, within a day of it', () => {
  const afterStart = 'endsLocal: Enter an end that comes after the start';
  expect(read('2026-12-03T10:00', '2026-12-03T10:00')).toBe(afterStart);
  expect(read('2026-12-03T10:00', '2026-12-02T11:00')).toBe(afterStart);
  expect(read('2026-12-03T10:00', '2026-12-04T10:01')).toBe('endsLocal: Enter an end within 24 hours of the start');
  expect(read('2026-03-28T12:00', '2026-03-29T13:00')).toBe('2026-03-28T12:00:00.000Z 2026-03-29T12:00:00.000Z');
});

test.each([
  '',
  '2026-12-03',
  '2026-02-29T10:00',
  '2026-12-03T24:00',
  '2026-12-03T10:00:30',
  '2026-12-03T10:00+01:00',
  '2026-12-03T10:00Z',
  '0026-12-03T10:00',
  '9999-12-03T10:00',
])('%j is not a time that anybody meets at', (local) => {
  expect(read(local, '2026-12-03T12:00')).toBe('startsLocal: Enter a day and a time, like 3 December 2026, 10 am');
});

test('a zone is a name from the list, never an offset', () => {
  expect(ZONES).toContain('Europe/London');
  expect(ZONES).toContain('UTC');
  expect(ZONES.filter((zone) => !isZone(zone))).toEqual([]);
  expect(['', '+01:00', 'GMT+1', 'Europe/Nowhere', 'europe/london', 'London', '../etc'].filter(isZone)).toEqual([]);
  expect(read('2026-12-03T10:00', '2026-12-03T11:00', '+01:00')).toBe('zone: Choose a time zone from the list');
});
