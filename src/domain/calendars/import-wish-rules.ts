import type { VenueFields } from '../meetups/venue-rules.ts';
import type { Circle } from '../people/viewer.ts';
import { tidyLine, tidyText } from '../text/typed-text-rules.ts';
import type { CalendarEvent } from './calendar-facts.ts';

/** What a calendar does not say, and the administrator does. */
export interface ImportWish {
  hostId: string;
  secondHostId: string | null;
  circle: Circle;
  cost: string;
}

const LONGEST_TITLE = 120;
const LONGEST_DESCRIPTION = 20_000;
const LONGEST_PLACE = 120;
const LONGEST_ADDRESS = 300;
const UNKNOWN = { stepFree: 'unknown', toilet: 'unknown', hearingLoop: 'unknown', parking: 'unknown' } as const;

export const titleOf = ({ summary }: CalendarEvent): string => cut(tidyLine(summary), LONGEST_TITLE) || 'Meetup';

/** The words of an event as Markdown, and its link below. */
export function descriptionOf({ description, url }: CalendarEvent): string {
  const link = /^https?:\/\/\S+$/.test(url) && !description.includes(url) ? `\n\n<${url}>` : '';
  return cut(tidyText(description), LONGEST_DESCRIPTION - 2_100) + cut(link, 2_100);
}

/** The place: its name is what stands before the first comma, semicolon or line end, its address the rest. */
export function venueOf({ location }: CalendarEvent): VenueFields {
  const [name = '', ...rest] = tidyText(location)
    .split(/\s*[\n,;]\s*/)
    .filter(Boolean);
  const address = rest.join('\n');
  return {
    ...{ phone: '', findUs: '', accessNotes: '', ...UNKNOWN },
    name: cut(name, LONGEST_PLACE) || 'Place to be announced',
    address: cut(address, LONGEST_ADDRESS) || (name ? 'Ask a host for the address' : 'Ask a host'),
  };
}

/** What its own words mark as private is for staff only. */
export const circleFor = ({ isPrivate }: CalendarEvent, wished: Circle): Circle => (isPrivate ? 'staff' : wished);

/** What does not fit, in sentences. */
export function shortened({ summary, description, location, isPrivate, isCancelled }: CalendarEvent): string[] {
  return [
    ...(tidyLine(summary).length > LONGEST_TITLE ? ['Its title was cut to 120 characters.'] : []),
    ...(tidyText(description).length > LONGEST_DESCRIPTION - 2_100 ? ['Its description was cut.'] : []),
    ...(location.trim() || isCancelled ? [] : ['It names no place: change the meetup and say where it is.']),
    ...(isPrivate ? ['It is marked as private: only staff can see it.'] : []),
  ];
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
