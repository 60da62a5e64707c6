import { localTime, sayMonth } from '../time/date-words.ts';
import type { TopicKind } from './topic-facts.ts';
import { type Origin, type Strength, VOTES_EACH } from './topic-rules.ts';

export const KIND_WORDS: Record<TopicKind, string> = {
  'it-worked': 'It worked',
  'it-did-not': 'It did not work',
  'help-me': 'Help me with this',
  'try-together': 'Let us try this together',
};

export const STRENGTH_WORDS: Record<Strength, string> = {
  none: 'No votes yet',
  some: 'Some interest',
  good: 'Good interest',
  strong: 'Strong interest',
};

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times'];

/** How long a topic has waited: "On the list since March, passed over twice". */
export function sayAge({ offeredAt, passedOver }: { offeredAt: Date; passedOver: number }, zone: string, now: Date) {
  const since = `On the list since ${sayMonth(localTime(offeredAt, zone), localTime(now, zone))}`;
  return passedOver === 0 ? since : `${since}, passed over ${TIMES[passedOver] ?? `${passedOver} times`}`;
}

/** "You have 2 of your 3 votes left." */
export function sayVotesLeft(spent: number): string {
  const left = Math.max(0, VOTES_EACH - spent);
  if (left === 0) return `All ${VOTES_EACH} of your votes are given. Take one back to give it to another topic.`;
  return left === VOTES_EACH ? `You have ${VOTES_EACH} votes.` : `You have ${left} of your ${VOTES_EACH} votes left.`;
}

/** What a host should think about when two of three come from one place, in a sentence. */
export const sayRepeat = ({ name, isComms }: Origin): string =>
  isComms
    ? 'Communications would hold more than one of the three. It speaks often enough: could somebody else start one?'
    : `More than one of the three would come from ${name}. Is there one from somewhere else?`;
