import { Temporal } from 'temporal-polyfill';
import { localDay } from '../time/date-words.ts';

/** What hangs on the notice board in a month: for everyone, whoever prints it. */
export interface NoticeBoard {
  meetups: BoardMeetup[];
  lessons: { title: string; tryThis: string; path: string }[];
  /** Those that opened since the month before. */
  channels: { name: string; platform: string; unit: string }[];
}

export interface BoardMeetup {
  title: string;
  startsLocal: string;
  endsLocal: string;
  zone: string;
  venue: { name: string; address: string; findUs: string };
  cost: string;
  /** Whom to ring; empty for the number of the site. */
  phone: string;
  path: string;
}

const MOST_MONTHS_AWAY = 12;
/** From this day on people print the next month. */
const NEXT_FROM_DAY = 20;

/** A month as an address has it, `2026-12`, if it is within a year of today. */
export function readMonth(typed: string, now: Date, zone: string): Temporal.PlainYearMonth | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(typed)) return undefined;
  const month = Temporal.PlainYearMonth.from(typed);
  const { months } = thisMonth(now, zone).until(month, { largestUnit: 'months' });
  return Math.abs(months) <= MOST_MONTHS_AWAY ? month : undefined;
}

/** The month somebody would print today: this one, or, towards its end, the next. */
export function monthToPrint(now: Date, zone: string): Temporal.PlainYearMonth {
  const isLate = Temporal.PlainDate.from(localDay(now, zone)).day >= NEXT_FROM_DAY;
  return isLate ? thisMonth(now, zone).add({ months: 1 }) : thisMonth(now, zone);
}

/** When a month begins by the clock on the wall. */
export const beginningOf = (month: Temporal.PlainYearMonth, zone: string): Date =>
  new Date(month.toPlainDate({ day: 1 }).toZonedDateTime(zone).epochMilliseconds);

const MOST_LESSONS = 3;

/** The three lessons of a month among those that stand highest: twelve of them take turns, so that a board changes. */
export function lessonsOfMonth<Lesson>(highest: readonly Lesson[], { year, month }: Temporal.PlainYearMonth): Lesson[] {
  const turns = Math.max(1, Math.floor(highest.length / MOST_LESSONS));
  const first = ((year * 12 + month) % turns) * MOST_LESSONS;
  return highest.slice(first, first + MOST_LESSONS);
}

const thisMonth = (now: Date, zone: string) => Temporal.PlainDate.from(localDay(now, zone)).toPlainYearMonth();
