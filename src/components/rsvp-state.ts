import type { OwnRsvp } from '#domain/meetups/rsvp-facts.ts';
import type { Stage } from '#domain/meetups/rsvp-rules.ts';
import { sayStanding } from '#domain/meetups/rsvp-words.ts';

/** What an RSVP panel shows: where the person stands, else what the meetup offers. */
export type RsvpState =
  | 'cancelled'
  | 'over'
  | 'held'
  | 'going'
  | 'waiting'
  | 'offered'
  | 'started'
  | 'asked'
  | 'full'
  | 'open';

const TITLES: Record<Exclude<RsvpState, 'going' | 'waiting'>, string> = {
  cancelled: 'This meetup is cancelled',
  over: 'This meetup is over',
  held: 'One more press',
  offered: 'A place is kept for you',
  started: 'It has started',
  asked: 'Look in your mailbox',
  full: 'It is full, but places come free',
  open: 'Save your place',
};

interface Scene {
  stage: Stage;
  own: OwnRsvp | undefined;
  isFull: boolean;
  /** Whether a stranger has just asked for a place. */
  asked: boolean;
}

export function rsvpState({ stage, own, isFull, asked }: Scene): RsvpState {
  if (stage === 'cancelled' || stage === 'over') return stage;
  if (own && own.status !== 'not-going') return own.heldUntil ? 'held' : own.status;
  if (stage === 'started') return stage;
  if (asked) return 'asked';
  return isFull ? 'full' : 'open';
}

export const rsvpTitle = (state: RsvpState, own: OwnRsvp | undefined) =>
  state === 'going' || state === 'waiting' ? (own ? sayStanding(own) : '') : TITLES[state];
