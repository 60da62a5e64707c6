import type { Venue } from '#domain/meetups/venue-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';

/** What the form of a meetup shows before anything was typed. */
export interface MeetupValues {
  meetupId: string;
  title: string;
  seriesId: string | null;
  startsLocal: string;
  endsLocal: string;
  zone: string;
  venueId: string;
  cost: string;
  circle: Circle;
  places: number | null;
  hostEmail: string;
  secondHostEmail: string;
  description: string;
  topics: readonly { id: string; title: string; question: string; lead: string }[];
}

/** What the form lets one choose from. */
export interface MeetupChoices {
  venues: readonly VenueOption[];
  series: readonly { id: string; name: string }[];
}

export type VenueOption = Pick<Venue, 'id' | 'name' | 'address'>;
