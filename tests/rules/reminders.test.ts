import { expect, test } from 'vitest';
import { isTimely, remindAt } from '#domain/meetups/reminder-rules.ts';
import { timesOf } from '#tests/support/meetup-room.ts';

const at = (startsLocal: string) => timesOf(startsLocal, `${startsLocal.slice(0, 11)}23:00`);

test('a reminder is due at the same time of day by the clock on the wall, over both clock changes', () => {
  const spring = at('2027-03-29T10:00');
  expect(remindAt('remind-day', spring)).toEqual(new Date('2027-03-28T09:00Z'));
  expect(remindAt('remind-week', spring)).toEqual(new Date('2027-03-22T10:00Z'));
  const autumn = at('2027-11-01T10:00');
  expect(remindAt('remind-day', autumn)).toEqual(new Date('2027-10-31T10:00Z'));
  expect(remindAt('remind-week', autumn)).toEqual(new Date('2027-10-25T09:00Z'));
});

test('a reminder that would fall into the missing hour comes right after it', () => {
  expect(remindAt('remind-day', at('2027-03-29T01:30'))).toEqual(new Date('2027-03-28T01:30Z'));
});

test('the reminder of a week gives way to the one of a day, and that one to the start', () => {
  const meetup = at('2026-12-03T10:00');
  expect(isTimely('remind-week', meetup, new Date('2026-12-02T09:59Z'))).toBe(true);
  expect(isTimely('remind-week', meetup, new Date('2026-12-02T10:00Z'))).toBe(false);
  expect(isTimely('remind-day', meetup, new Date('2026-12-03T09:59Z'))).toBe(true);
  expect(isTimely('remind-day', meetup, new Date('2026-12-03T10:00Z'))).toBe(false);
});
