import { expect, test } from 'vitest';
import { isOfferTime, offerUntil } from '#domain/meetups/offer-rules.ts';

const ZONE = 'Europe/London';
const start = new Date('2026-12-03T10:00:00Z');
const meetup = { startsAt: start, zone: ZONE };
const before = (hours: number) => new Date(start.getTime() - hours * 3_600_000);
const until = (now: string) => offerUntil(meetup, new Date(now)).toISOString().slice(0, 16);

test('a free place is offered in the last 48 hours, and given before', () => {
  expect([48.1, 48, 1].map((hours) => isOfferTime(meetup, before(hours)))).toEqual([false, true, true]);
});

test('an offer stands for twelve hours, by day', () => {
  expect(until('2026-12-01T10:00:00Z')).toBe('2026-12-02T08:00');
  expect(until('2026-12-01T08:07:31Z')).toBe('2026-12-01T20:05');
});

test('an offer that would end at night ends when people are up, if that leaves time', () => {
  expect(until('2026-12-01T14:00:00Z')).toBe('2026-12-02T08:00');
  expect(until('2026-12-02T22:00:00Z')).toBe('2026-12-03T08:00');
  const early = { startsAt: new Date('2026-12-03T08:30:00Z'), zone: ZONE };
  expect(offerUntil(early, new Date('2026-12-02T20:30:00Z'))).toEqual(new Date('2026-12-03T00:30:00Z'));
});

test('the nearer the start, the shorter; never past it', () => {
  expect(until('2026-12-02T19:00:00Z')).toBe('2026-12-03T08:00');
  expect(until('2026-12-02T10:00:00Z')).toBe('2026-12-02T18:00');
  expect(until('2026-12-03T08:30:00Z')).toBe('2026-12-03T09:00');
  expect(until('2026-12-03T09:55:00Z')).toBe('2026-12-03T10:00');
  for (let minutes = 1; minutes < 48 * 60; minutes += 7) {
    const now = before(minutes / 60);
    const ends = offerUntil(meetup, now).getTime();
    expect(ends).toBeGreaterThan(now.getTime());
    expect(ends).toBeLessThanOrEqual(start.getTime());
  }
});

test('the morning is that of the wall, also in the night when the clocks change', () => {
  const sunday = { startsAt: new Date('2026-03-29T15:00:00Z'), zone: ZONE };
  expect(offerUntil(sunday, new Date('2026-03-28T15:00:00Z'))).toEqual(new Date('2026-03-29T07:00:00Z'));
});
