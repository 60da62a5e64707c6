import type { KeptWish } from '#domain/meetups/kept-seat-commands.ts';
import type { Circle } from '#domain/people/viewer.ts';
import type { DemoVenue } from './demo-venues.ts';

/** A meetup as the demo tells it. People go by their keys. */
export interface DemoMeetup {
  /** -1 is the last café of the series, 1 the next one; 0 is today, for what stands between cafés. */
  turn: number;
  title: string;
  description: string;
  venue: DemoVenue;
  host: string;
  secondHost: string;
  /** Title, question and who starts it: a key, or the name of somebody who is not among the people. */
  topics: readonly (readonly [title: string, question: string, lead: string])[];
  places: number;
  /** How many people have a place, and the parties that wait; otherwise chance says. */
  taken?: number;
  waiting?: readonly number[];
  /** Keys of people who have not said yet whether they come. */
  notYet?: readonly string[];
  /** Wall-clock hours, for those that are not from ten to twelve. */
  hours?: readonly [start: string, end: string];
  circle?: Circle;
  /** How many percent more places are promised than there are. */
  overbookPercent?: number;
  /** Seats that are kept, until this many days before it. */
  kept?: { seats: KeptWish['seats']; daysBefore: number };
  /** Keys of somebody who has just said that they can't come, and of who was first in line and is asked now. */
  lastMinute?: { leaves: string; asked: string };
  /** For what stands between two cafés: this many days after the one of its turn, and no part of the series. */
  daysAfter?: number;
  /** Begins within the hour or so, whenever the demo is started, and is no part of the series: its door is open. */
  today?: true;
  cancelled?: string;
  /** Where it was announced first, before it moved. */
  movedFrom?: DemoVenue;
}
