import { foldWords } from '../search/search-rules.ts';
import type { DoorParty, DoorTap } from './door-facts.ts';

/** The largest party that is counted with one tap. */
export const MOST_AT_DOOR = 50;

const HOUR = 3_600_000;
const OPENS_HOURS_BEFORE = 3;
const CLOSES_HOURS_AFTER = 24;

/** When arrivals are taken: from some hours before the start until a day after the end. */
export const doorHours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  opensAt: new Date(startsAt.getTime() - OPENS_HOURS_BEFORE * HOUR),
  closesAt: new Date(endsAt.getTime() + CLOSES_HOURS_AFTER * HOUR),
});

export type DoorStage = 'early' | 'open' | 'over' | 'cancelled';

export function doorStageOf(meetup: { startsAt: Date; endsAt: Date; cancelledAt: Date | null }, now: Date): DoorStage {
  const { opensAt, closesAt } = doorHours(meetup);
  if (meetup.cancelledAt) return 'cancelled';
  if (now < opensAt) return 'early';
  return now > closesAt ? 'over' : 'open';
}

type Word = Pick<DoorTap, 'id' | 'partySize' | 'afterId' | 'tappedAt' | 'savedAt'>;

/**
 * What the taps about one party come to: the last word, and the one before it when it says another number and whoever
 * had the last word did not know of it. Any later tap by somebody who sees both settles it.
 *
 * @param taps oldest first, by when they were tapped.
 */
export function decideParty<Tap extends Word>(taps: readonly Tap[]): { last: Tap | undefined; other: Tap | undefined } {
  let from = taps.length - 1;
  while (from > 0 && wasKeptWith(taps[from]!, taps[from - 1]!)) from -= 1;
  const [last, first, before] = [taps.at(-1), taps[from], taps[from - 1]];
  const isKnown = !before || first?.afterId === before.id;
  return { last, other: isKnown || before.partySize === last?.partySize ? undefined : before };
}

/** Whether a tap followed another on the same phone before the site heard of that one: then both know equally little of others. */
const wasKeptWith = (later: Word, earlier: Word) => later.afterId === earlier.id && later.tappedAt < earlier.savedAt;

/** People and parties who are here, and people who are expected. */
export function countDoor(parties: readonly Pick<DoorParty, 'here' | 'expected' | 'group'>[]) {
  const count = { people: 0, parties: 0, expected: 0 };
  for (const { here, expected, group } of parties) {
    count.people += here;
    if (here > 0) count.parties += 1;
    if (group === 'expected') count.expected += expected;
  }
  return count;
}

/** Whether every word that was typed begins a word of the name. */
export function isNamedLike(name: string, typed: string): boolean {
  const words = foldWords(name);
  return foldWords(typed).every((part) => words.some((word) => word.startsWith(part)));
}
