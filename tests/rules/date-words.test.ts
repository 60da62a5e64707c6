import { expect, test } from 'vitest';
import {
  badgeWords,
  localTime,
  machineTime,
  sayDate,
  sayDay,
  sayInstant,
  sayTime,
  sayWhen,
  sayZone,
} from '#domain/time/date-words.ts';

test('a day is said with its weekday', () => {
  expect(sayDay('2026-12-03')).toBe('Thursday 3 December 2026');
  expect(sayDay('2028-02-29T10:00')).toBe('Tuesday 29 February 2028');
  expect(sayDate('2026-12-03')).toBe('3 December 2026');
});

test('times are said the British way', () => {
  const said = ['00:00', '00:05', '09:00', '10:30', '12:00', '12:15', '13:00', '23:59'].map((t) =>
    sayTime(`2026-12-03T${t}`),
  );
  expect(said).toEqual(['midnight', '12.05 am', '9 am', '10.30 am', '12 noon', '12.15 pm', '1 pm', '11.59 pm']);
});

test('a meetup says its day once, both times and the zone', () => {
  expect(sayWhen('2026-12-03T10:00', '2026-12-03T11:30', 'Europe/London')).toBe(
    'Thursday 3 December 2026, 10 am to 11.30 am, London time',
  );
  expect(sayWhen('2026-12-03T10:00', null, 'Europe/London')).toBe('Thursday 3 December 2026, 10 am, London time');
});

test('a meetup that ends on another day says both days', () => {
  expect(sayWhen('2026-12-31T20:00', '2027-01-01T00:30', 'Europe/London')).toBe(
    'Thursday 31 December 2026, 8 pm to Friday 1 January 2027, 12.30 am, London time',
  );
});

test('an instant is told in the zone of the site', () => {
  const summer = new Date('2026-07-01T23:30:00Z');
  expect(sayInstant(summer, 'Europe/London')).toBe('Thursday 2 July 2026, 12.30 am');
  expect(sayInstant(summer, 'America/New_York')).toBe('Wednesday 1 July 2026, 7.30 pm');
  expect(localTime(summer, 'Asia/Kolkata')).toBe('2026-07-02T05:00');
});

test('a zone is said by its city', () => {
  expect(sayZone('Europe/London')).toBe('London time');
  expect(sayZone('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time');
  expect(sayZone('UTC')).toBe('UTC');
});

test('machines get the offset of that day, also in the hour that does not exist', () => {
  expect(machineTime('2026-12-03T10:00', 'Europe/London')).toBe('2026-12-03T10:00+00:00');
  expect(machineTime('2026-07-03T10:00', 'Europe/London')).toBe('2026-07-03T10:00+01:00');
  expect(machineTime('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T02:30+01:00');
});

test('a calendar leaf carries short words', () => {
  expect(badgeWords('2026-09-04T10:00')).toEqual({ weekday: 'Fri', day: '4', month: 'Sep', year: '2026' });
});
