import type { Refusal, Stage } from './rsvp-rules.ts';

/** "a place", "places for 3". */
export const sayPlaces = (partySize: number) => (partySize === 1 ? 'a place' : `places for ${partySize}`);

/** "12 of 20 places", or "12 people" when there is no limit. */
export function sayTaken(taken: number, places: number | null): string {
  if (places !== null) return `${taken} of ${places} places`;
  return taken === 1 ? '1 person' : `${taken} people`;
}

/** "just you", "2 people": how large a party is, for choosing. */
export const sayParty = (partySize: number) => (partySize === 1 ? 'Just me' : `${partySize} people`);

const CLOSED: Record<Exclude<Stage, 'open'>, string> = {
  started: 'This meetup has started, so no more places can be saved. You can still say that you can’t come.',
  over: 'This meetup is over. There is nothing left to change.',
  cancelled: 'This meetup is cancelled, so there is nothing to save.',
};

/** Why an RSVP was not saved, and what still holds. */
export function sayRefusal(refusal: Refusal): string {
  if (refusal.kind === 'closed') return CLOSED[refusal.stage];
  if (refusal.kind === 'too-large')
    return `There are only ${refusal.places} places in all. Choose a smaller party, or come in two groups.`;
  return `${sayRoom(refusal.room)} Your place for ${refusal.partySize} is kept.`;
}

function sayRoom(room: number): string {
  if (room === 0) return 'There is no room for more people.';
  return room === 1 ? 'There is room for one more.' : `There is room for ${room} more.`;
}
