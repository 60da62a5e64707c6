import { expect, test } from 'vitest';
import {
  byTurn,
  isComms,
  isRepeat,
  minutesOver,
  type Origin,
  repeatedOrigins,
  runningOrder,
  strengthOf,
} from '#domain/topics/topic-rules.ts';
import { sayAge, sayRepeat, sayVotesLeft } from '#domain/topics/topic-words.ts';

const from = (name: string, isComms = false): Origin => ({ id: name, name, isComms });

test('votes are told in steps that do not give away who has just voted', () => {
  expect([0, 1, 2, 3, 5, 6, 40].map(strengthOf)).toEqual(['none', 'some', 'some', 'good', 'good', 'strong', 'strong']);
});

test('a list goes by newcomers, then strength, then how long a topic has waited', () => {
  const topic = (name: string, strength: 'none' | 'some' | 'strong', day: number, isFromNewcomer = false) => ({
    ...{ name, strength, isFromNewcomer, offeredAt: new Date(2026, 0, day) },
  });
  const list = [
    topic('old', 'some', 1),
    topic('young', 'some', 2),
    topic('loved', 'strong', 3),
    topic('new', 'none', 4, true),
  ];
  expect(list.sort(byTurn).map(({ name }) => name)).toEqual(['new', 'loved', 'old', 'young']);
});

test('the running order has clock times, also when the clocks change in between', () => {
  const topics = [{ minutes: 30 }, { minutes: 20 }, { minutes: 45 }];
  expect(runningOrder({ startsLocal: '2026-12-03T10:00', zone: 'Europe/London' }, topics)).toEqual([
    { from: '2026-12-03T10:00', to: '2026-12-03T10:30' },
    { from: '2026-12-03T10:30', to: '2026-12-03T10:50' },
    { from: '2026-12-03T10:50', to: '2026-12-03T11:35' },
  ]);
  const [night] = runningOrder({ startsLocal: '2027-03-28T00:45', zone: 'Europe/London' }, topics);
  expect(night).toEqual({ from: '2027-03-28T00:45', to: '2027-03-28T02:15' });
});

test('topics that take longer than the meetup are noticed', () => {
  const meetup = { startsAt: new Date('2026-12-03T10:00Z'), endsAt: new Date('2026-12-03T11:30Z') };
  expect(minutesOver(meetup, [{ minutes: 30 }, { minutes: 60 }])).toBe(0);
  expect(minutesOver(meetup, [{ minutes: 30 }, { minutes: 80 }])).toBe(20);
});

test('two topics from one place, or two of communications, are noticed; unknown places are not', () => {
  const [parks, libraries, comms, press] = [from('Parks'), from('Libraries'), from('Comms', true), from('Press', true)];
  expect(repeatedOrigins([parks, libraries, null, null])).toEqual([]);
  expect(repeatedOrigins([parks, libraries, parks])).toEqual([parks]);
  expect(repeatedOrigins([parks, parks, parks])).toEqual([parks]);
  expect(repeatedOrigins([comms, press, parks])).toEqual([press]);
  expect(isRepeat([comms, null], press)).toBe(true);
  expect([isRepeat([comms, parks], libraries), isRepeat([null], null)]).toEqual([false, false]);
  expect(sayRepeat(parks)).toContain('Parks');
  expect(sayRepeat(press)).toContain('Communications');
});

test.each([
  ['Communications', [], true],
  ['Customers', ['Comms', 'Front desk'], true],
  ['Corporate communications team', [], true],
  ['Telecommunications', [], false],
  ['Libraries', ['Commsworth'], false],
])('%s with other names %j: communications? %s', (name, aliases, expected) => {
  expect(isComms({ name, aliases })).toBe(expected);
});

test('age is said in words', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const say = (iso: string, passedOver: number) =>
    sayAge({ offeredAt: new Date(iso), passedOver }, 'Europe/London', now);
  expect(say('2026-03-05T12:00:00Z', 2)).toBe('On the list since March, passed over twice');
  expect(say('2026-11-20T11:00:00Z', 0)).toBe('On the list since November');
  expect(say('2025-11-20T11:00:00Z', 7)).toBe('On the list since November 2025, passed over 7 times');
  expect(say('2026-03-31T23:30:00Z', 1)).toBe('On the list since April, passed over once');
});

test('votes left are said in words', () => {
  expect([0, 1, 3, 4].map(sayVotesLeft)).toEqual([
    'You have 3 votes.',
    'You have 2 of your 3 votes left.',
    'All 3 of your votes are given. Take one back to give it to another topic.',
    'All 3 of your votes are given. Take one back to give it to another topic.',
  ]);
});
