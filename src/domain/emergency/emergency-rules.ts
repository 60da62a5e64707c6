import { sayDate } from '../time/date-words.ts';

/** One page, and as many as anybody gets round to on a bad day. */
export const MOST_ON_SHEET = 60;

/** Somebody who can post now, or whoever stands in for them. */
export interface Poster {
  office: 'Owner' | 'Deputy';
  name: string;
  /** While they are away: until when, 'YYYY-MM-DD', and who stands in. */
  cover: { name: string; untilOn: string } | undefined;
}

/** A channel that carries an urgent message. */
export interface EmergencyLine {
  id: string;
  slug: string;
  name: string;
  platform: string;
  /** Its link, or what it is called there, or where it is. */
  where: string;
  unit: string;
  status: string;
  turn: number | null;
  minutes: number | null;
  posters: Poster[];
  outOfHoursPhone: string;
}

/** "Rhys Coldwater, away until 3 December 2026: Grace Umeh-Barlow stands in" */
export const sayPoster = ({ name, cover }: Poster): string =>
  cover ? `${name}, away until ${sayDate(cover.untilOn)}: ${cover.name} stands in` : name;

/** "within 5 minutes" */
export function sayWithin(minutes: number | null): string {
  if (minutes === null) return 'nobody has tried yet';
  return minutes === 1 ? 'within a minute' : `within ${minutes} minutes`;
}
