import { sayInstant } from '../time/date-words.ts';
import { KEPT_FOR, type KeptFor } from './kept-seat-rules.ts';
import type { NoShows } from './no-show-rules.ts';
import type { KeptSeatsNow } from './rsvp-facts.ts';

const WHOM: Record<KeptFor, string> = {
  'first-timer': 'for people who come for the first time',
  partner: 'for partners',
  public: 'for the public',
};

/** "4 of 20 places are kept for people who come for the first time until Friday 4 December 2026, 5 pm." */
export function sayKept({ seats, until }: KeptSeatsNow, places: number, zone: string): string {
  const kept = KEPT_FOR.filter((whom) => seats[whom] > 0).map((whom) => ({ whom: WHOM[whom], number: seats[whom] }));
  const [first, ...others] = kept;
  const said = [`${first?.number} of ${places} places`, ...others.map(({ number }) => `${number}`)];
  const all = kept.map(({ whom }, at) =>
    at === 0 ? `${said[0]} ${isAre(first?.number)} kept ${whom}` : `${said[at]} ${whom}`,
  );
  return `${all.join(' and ')} until ${sayInstant(until, zone)}.`;
}

/** What is left when only kept seats are: whoever they are for has one at once. */
export const sayOnlyKept = (free: number): string =>
  free === 1
    ? 'One place is free, and it is kept. If it is for you, it is yours at once; if not, you go in line.'
    : `${free} places are free, and they are kept. If they are for you, one is yours at once; if not, you go in line.`;

/** Why there are more places than chairs. */
export const sayOverbooked = (places: number, promised: number): string =>
  `There is room for ${places}. We promise ${promised} places, since a few people usually can’t come after all.`;

/** How many of those who had a place did not come, for a host who thinks about promising more. */
export function sayNoShows({ dates, promised, missing }: NoShows, ofWhat: string): string {
  if (promised === 0) return `How many do not come ${ofWhat} is not known yet.`;
  const percent = Math.round((missing / promised) * 100);
  const last = dates === 1 ? 'the last date' : `the last ${dates} dates`;
  const away = missing === 0 ? 'nobody stayed away' : `${missing} did not come: ${percent} %`;
  return `Of ${promised} people who had a place at ${last} ${ofWhat}, ${away}.`;
}

const isAre = (number = 0) => (number === 1 ? 'is' : 'are');
