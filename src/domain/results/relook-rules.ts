import { Temporal } from 'temporal-polyfill';
import { type Channel, isOver } from '../channels/channel-rules.ts';

const MONTHS_WITHOUT_RESULT = 12;

/** A channel whose last result, or else its opening, lies before this day is looked at anew. */
export const relookBefore = (today: string): string =>
  Temporal.PlainDate.from(today).subtract({ months: MONTHS_WITHOUT_RESULT }).toString();

type Aged = Pick<Channel, 'status' | 'latestResultOn' | 'openedOn' | 'createdAt'>;

/** Whether nothing came of a channel for a year, so that somebody should ask what it is for; the same as `isInRelook` asks. */
export function needsRelook({ status, latestResultOn, openedOn, createdAt }: Aged, today: string): boolean {
  if (isOver(status)) return false;
  const since = latestResultOn ?? openedOn;
  const before = relookBefore(today);
  return since ? since < before : createdAt < new Date(`${before}T00:00:00Z`);
}

/** Words that count people and not what changed for them: a hint, never a refusal. */
export const countsFollowers = (words: string): boolean =>
  /\b(followers?|likes?|views?|impressions?|reach|subscribers?)\b/i.test(words);
