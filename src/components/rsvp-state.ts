import type { PlacesLeft } from '#domain/meetups/place-rules.ts';
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
  | 'kept'
  | 'open';

type Standing = 'going' | 'waiting' | 'offered';

const TITLES: Record<Exclude<RsvpState, Standing>, string> = {
  cancelled: 'This meetup is cancelled',
  over: 'This meetup is over',
  held: 'One more press',
  started: 'It has started',
  asked: 'Look in your mailbox',
  kept: 'Some places are kept',
  full: 'It is full, but places come free',
  open: 'Save your place',
};

interface Scene {
  stage: Stage;
  own: OwnRsvp | undefined;
  left: PlacesLeft;
  /** Whether a stranger has just asked for a place. */
  asked: boolean;
}

export function rsvpState({ stage, own, left, asked }: Scene): RsvpState {
  if (stage === 'cancelled' || stage === 'over') return stage;
  if (own && own.status !== 'not-going') return own.heldUntil ? 'held' : own.status;
  if (stage === 'started') return stage;
  if (asked) return 'asked';
  return left;
}

export const rsvpTitle = (state: RsvpState, own: OwnRsvp | undefined) =>
  state === 'going' || state === 'waiting' || state === 'offered' ? (own ? sayStanding(own) : '') : TITLES[state];
