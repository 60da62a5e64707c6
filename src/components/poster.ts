import type { Circle } from '#domain/people/viewer.ts';
import { sayTime } from '#domain/time/date-words.ts';

/** What a poster says. */
export interface PosterFacts {
  title: string;
  /** The day, or how often: what people look for first. */
  day: string;
  time: string;
  circle: Circle;
  venue: { name: string; address: string; findUs: string };
  cost: string;
  topics: readonly { title: string }[];
  /** The next days, of a series. */
  dates?: readonly string[] | undefined;
  /** What to do at the address: a heading. */
  call: string;
  /** Where to save a place, as a link. */
  address: string;
  /** Whom to ring; empty when there is nobody. */
  phone: string;
  /** Why it does not take place, if so. */
  notice?: string | undefined;
}

export const SIZES = ['a4', 'a3'] as const;
export const KINDS = ['poster', 'strips', 'large'] as const;
export type PosterSize = (typeof SIZES)[number];

/** The one of these values that an address asks for, else the first. */
export const chosenOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  asked: string | null,
): Values[number] => values.find((value) => value === asked) ?? values[0];

/** "10 am to 12 noon"; the start alone when it ends on another day. */
export const sayHours = (startsLocal: string, endsLocal: string): string =>
  startsLocal.slice(0, 10) === endsLocal.slice(0, 10)
    ? `${sayTime(startsLocal)} to ${sayTime(endsLocal)}`
    : `from ${sayTime(startsLocal)}`;
