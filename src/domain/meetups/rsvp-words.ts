import { counted } from '../text/sentence-rules.ts';
import { isFull, promisedPlaces, type Turnout } from './place-rules.ts';
import type { OFFLINE_ROUTES, Refusal, RsvpStatus, Stage } from './rsvp-rules.ts';

/** "a place", "places for 3". */
export const sayPlaces = (partySize: number) => (partySize === 1 ? 'a place' : `places for ${partySize}`);

/** "12 of 20 places", or "12 people" when there is no limit. */
export function sayTaken(taken: number, places: number | null): string {
  if (places !== null) return `${taken} of ${places} places`;
  return counted(taken, 'person', 'people');
}

/** How many have a place at a meetup ahead, of those there are. */
export function sayTurnout(meetup: Turnout): string {
  const places = promisedPlaces(meetup);
  return places === null && meetup.taken === 0 ? 'Room for everybody' : sayTaken(meetup.taken, places);
}

/** What the button says that leads to it. */
export function sayCall(meetup: Turnout & { startsAt: Date }, now: Date): string {
  if (now >= meetup.startsAt) return 'See it';
  return isFull(meetup) ? 'Join the waiting list' : 'Save your place';
}

/** What there is to know before choosing: "8 places are free.", "All 20 places are taken. 3 parties are waiting." */
export function sayRoomLeft(taken: number, places: number | null, waiting: number): string {
  if (places === null) return 'There is room for everybody.';
  const line = waiting === 1 ? ' One party is waiting.' : waiting > 1 ? ` ${waiting} parties are waiting.` : '';
  const free = Math.max(0, places - taken);
  if (free === 0) return `${places === 1 ? 'The only place is' : `All ${places} places are`} taken.${line}`;
  return `${free === 1 ? 'One place is' : `${free} places are`} free.${line}`;
}

/** How somebody stands, as a heading: "You have places for 2", "You are number 3 on the waiting list". */
export function sayStanding({
  status,
  partySize,
  position,
}: {
  status: RsvpStatus;
  partySize: number;
  position: number | null;
}) {
  if (status === 'going') return `You have ${sayPlaces(partySize)}`;
  if (status === 'offered')
    return partySize === 1 ? 'A place is kept for you' : `Places for ${partySize} are kept for you`;
  return status === 'waiting' ? `You are number ${position} on the waiting list` : 'You can’t come';
}

/** The same of somebody else: "They have places for 2". */
export function sayTheirStanding({ status, partySize, position }: Parameters<typeof sayStanding>[0]): string {
  if (status === 'going') return `They have ${sayPlaces(partySize)}`;
  if (status === 'offered') return `They are offered ${sayPlaces(partySize)}`;
  return status === 'waiting' ? `They are number ${position} on the waiting list` : 'They can’t come';
}

/** "Just me", "2 of us": how large a party is, for choosing. */
export const sayParty = (partySize: number) => (partySize === 1 ? 'Just me' : `${partySize} of us`);

const CLOSED: Record<Exclude<Stage, 'open'>, string> = {
  started: 'This meetup has started, so no more places can be saved. You can still say that you can’t come.',
  over: 'This meetup is over. There is nothing left to change.',
  cancelled: 'This meetup is cancelled. There is nothing left to change.',
};

/** Why an RSVP was not saved, and what still holds. */
export function sayRefusal(refusal: Refusal): string {
  if (refusal.kind === 'closed') return CLOSED[refusal.stage];
  if (refusal.kind === 'too-large')
    return `There ${refusal.places === 1 ? 'is only 1 place' : `are only ${refusal.places} places`} in all. Choose a smaller party, or come in two groups.`;
  return `${sayRoom(refusal.room)} Your place for ${refusal.partySize} is kept.`;
}

function sayRoom(room: number): string {
  if (room === 0) return 'There is no room for more people.';
  return room === 1 ? 'There is room for one more.' : `There is room for ${room} more.`;
}

type Route = 'web' | (typeof OFFLINE_ROUTES)[number];

const ROUTES: Record<Route, string> = {
  web: 'on the web',
  phone: 'by phone',
  counter: 'at the counter',
  paper: 'on paper',
  text: 'by text',
  'on-behalf': 'through somebody else',
};

/** How an RSVP reached us: "by phone". */
export const sayRoute = (route: Route) => ROUTES[route];
