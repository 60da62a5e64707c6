import { expect, test } from 'vitest';
import { nextMorning, stepToday } from '#domain/reviews/review-ask-rules.ts';

const BOTH = { hasOwner: true, hasDeputy: true };
const asked = (step: 'owner' | 'deputy' | 'lead', askedOn: string) => ({ step, askedOn });

test('the owner is asked first, the deputy after two weeks, the lead after thirty days, and then it begins again', () => {
  const owner = asked('owner', '2026-03-01');
  const deputy = asked('deputy', '2026-03-15');
  const lead = asked('lead', '2026-03-31');
  expect(stepToday(BOTH, [], '2026-03-01')).toBe('owner');
  expect(stepToday(BOTH, [owner], '2026-03-14')).toBeUndefined();
  expect(stepToday(BOTH, [owner], '2026-03-15')).toBe('deputy');
  expect(stepToday(BOTH, [owner, deputy], '2026-03-30')).toBeUndefined();
  expect(stepToday(BOTH, [owner, deputy], '2026-03-31')).toBe('lead');
  expect(stepToday(BOTH, [owner, deputy, lead], '2026-06-28')).toBeUndefined();
  expect(stepToday(BOTH, [owner, deputy, lead], '2026-06-29')).toBe('owner');
});

test('a step that nobody stands on is left out', () => {
  expect(stepToday({ hasOwner: false, hasDeputy: true }, [], '2026-03-01')).toBe('deputy');
  expect(stepToday({ hasOwner: false, hasDeputy: false }, [], '2026-03-01')).toBe('lead');
  const owner = asked('owner', '2026-03-01');
  expect(stepToday({ hasOwner: true, hasDeputy: false }, [owner], '2026-03-20')).toBeUndefined();
  expect(stepToday({ hasOwner: true, hasDeputy: false }, [owner], '2026-03-31')).toBe('lead');
});

test('the next morning is eight o’clock where the site is, in summer and in winter', () => {
  const next = (now: string, zone: string) => nextMorning(new Date(now), zone).toISOString();
  expect(next('2026-07-01T06:59:00Z', 'Europe/London')).toBe('2026-07-01T07:00:00.000Z');
  expect(next('2026-07-01T07:00:00Z', 'Europe/London')).toBe('2026-07-02T07:00:00.000Z');
  expect(next('2026-10-24T12:00:00Z', 'Europe/London')).toBe('2026-10-25T08:00:00.000Z');
  expect(next('2026-07-01T12:00:00Z', 'Pacific/Auckland')).toBe('2026-07-01T20:00:00.000Z');
});
