import { expect, test } from 'vitest';
import { rankNeighbours, tellingWords, type WordHit } from '#domain/requests/neighbour-rules.ts';
import { EMPTY_OPENING, kindsFor, sayObjective, stillFits } from '#domain/requests/request-rules.ts';

const hit = (word: string, channelId: string, unitId = 'u'): WordHit => ({ word, channelId, unitId });
const among = { channels: 100, unitId: 'mine' };

test('the words that tell something are kept, folded and once each, the longest first', () => {
  expect(tellingWords('So that people with dementia can see the Café, café and more dementia')).toEqual([
    'dementia',
    'cafe',
  ]);
  expect(tellingWords('a b the with that')).toEqual([]);
  expect(tellingWords(Array.from({ length: 30 }, (_, n) => `wordnumber${n}`).join(' '))).toHaveLength(10);
});

test('a rare word in common says more than a usual one', () => {
  const usual = Array.from({ length: 50 }, (_, n) => hit('families', `c${n}`));
  const hits = [...usual, hit('dementia', 'rare')];
  const [first, ...others] = rankNeighbours(['dementia', 'families'], hits, among);
  expect(first?.channelId).toBe('rare');
  expect(others.every(({ likeness }) => likeness < (first?.likeness ?? 0))).toBe(true);
});

test('a channel of the same unit stands before one that is as like; too little in common is no neighbour; five at most', () => {
  const same = [hit('dementia', 'far'), hit('dementia', 'near', 'mine')];
  expect(rankNeighbours(['dementia'], same, among).map(({ channelId }) => channelId)).toEqual(['far', 'near']);
  const both = ['dementia', 'carers'];
  expect(rankNeighbours(both, same, among).map(({ channelId }) => channelId)).toEqual(['near', 'far']);
  const ten = Array.from({ length: 10 }, (_, n) => `word${n}`);
  expect(rankNeighbours(ten, [hit('word1', 'c')], among)).toEqual([]);
  const many = Array.from({ length: 9 }, (_, n) => hit('dementia', `c${n}`));
  expect(rankNeighbours(['dementia'], many, among)).toHaveLength(5);
  for (const { likeness } of rankNeighbours(['dementia'], same, among)) expect(likeness).toBeLessThanOrEqual(1);
});

test('an objective is one sentence, and never longer than a channel takes', () => {
  const wish = { ...EMPTY_OPENING, who: 'carers', canDo: 'see when a place is free.' };
  expect(sayObjective(wish)).toBe('So that carers can see when a place is free.');
  expect(sayObjective({ who: 'x'.repeat(200), canDo: 'y'.repeat(200) })).toHaveLength(300);
});

test('what can be asked follows from how a channel stands', () => {
  expect(kindsFor({ status: 'open', ownerId: 'p' })).toEqual(['take-over', 'pause', 'close']);
  expect(kindsFor({ status: 'paused', ownerId: null })).toEqual(['claim', 'resume', 'close']);
  expect(kindsFor({ status: 'closing', ownerId: 'p' })).toEqual(['take-over']);
  expect(kindsFor({ status: 'closed', ownerId: 'p' })).toEqual([]);
  expect(kindsFor({ status: 'open', ownerId: 'p' }, 'p')).toEqual(['pause', 'close']);
  expect(stillFits('claim', { status: 'open', ownerId: 'p' })).toBe(true);
  expect(stillFits('resume', { status: 'closed', ownerId: 'p' })).toBe(false);
  expect(stillFits('take-over', { status: 'closed', ownerId: 'p' })).toBe(false);
});
