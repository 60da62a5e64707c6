import type { Circle } from '#domain/people/viewer.ts';

/** What the form of a series shows before anything was typed. */
export interface SeriesValues {
  seriesId: string;
  name: string;
  purpose: string;
  hosts: readonly { email: string; fromOn: string; untilOn: string }[];
  venueId: string;
  moreVenueIds: readonly string[];
  circle: Circle;
  places: number | null;
  cost: string;
  phone: string;
}
