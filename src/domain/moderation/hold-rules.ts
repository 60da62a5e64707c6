import type { Circle } from '../people/viewer.ts';
import { looksLikeSpam } from './spam-rules.ts';

/** Why words wait before others see them. */
export const HOLD_REASONS = ['unconfirmed', 'spam', 'first-time', 'pre-election'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Whoever writes, as far as it decides whether their words wait. */
export interface Speaker {
  /** Somebody without an account is in the public circle. */
  circle: Circle;
  isMember: boolean;
  /** Members are; somebody without an account once they pressed the button in their mail. */
  isConfirmed: boolean;
  /** Whether other words of theirs stand here already. */
  hasSpoken: boolean;
}

/** What is known besides when words come in. */
export interface HoldFacts {
  /** The words that came lately from outside the staff, this speaker’s and others’. */
  earlier: readonly string[];
  /** Whether a pre-election period runs. */
  isPreElection: boolean;
}

/**
 * Why new words wait, or null when they appear at once. What a person has to look at comes before what time alone
 * solves: words held as spam or for the first time are asked about again once a moderator has let them through.
 */
export function holdFor(speaker: Speaker, words: string, facts: HoldFacts): HoldReason | null {
  if (!speaker.isConfirmed) return 'unconfirmed';
  if (speaker.circle === 'staff') return null;
  if (looksLikeSpam(words, facts.earlier, speaker)) return 'spam';
  if (!speaker.isMember && !speaker.hasSpoken) return 'first-time';
  return facts.isPreElection ? 'pre-election' : null;
}
