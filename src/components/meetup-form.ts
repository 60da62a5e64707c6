import type { Venue } from '#domain/meetups/venue-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';

/** What the form of a meetup shows before anything was typed. */
export interface MeetupValues {
  meetupId: string;
  title: string;
  seriesName: string;
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
  topics: readonly { title: string; question: string; lead: string }[];
}

export type VenueOption = Pick<Venue, 'id' | 'name' | 'address'>;
