import type { KeptFor } from '#domain/meetups/kept-seat-rules.ts';
import type { NoShows } from '#domain/meetups/no-show-rules.ts';
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
  overbookPercent: number;
  /** Seats that are kept, and until when by the clock on the wall; null when none are. */
  kept: { seats: Readonly<Record<KeptFor, number>>; until: string } | null;
  hostEmail: string;
  secondHostEmail: string;
  description: string;
  topics: readonly { id: string; title: string; question: string; lead: string }[];
}

/** What the form lets one choose from. */
export interface MeetupChoices {
  venues: readonly VenueOption[];
  series: readonly { id: string; name: string }[];
  /** What is known of those who do not come. */
  noShows: NoShows;
}

export type VenueOption = Pick<Venue, 'id' | 'name' | 'address'>;
