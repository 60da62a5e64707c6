import { Temporal } from 'temporal-polyfill';
import { sayTime } from '../time/date-words.ts';

export const RHYTHMS = ['weekly', 'monthly'] as const;

/** How often a digest comes, and when. */
export interface DigestChoice {
  rhythm: (typeof RHYTHMS)[number];
  /** From 1, Monday, to 7 (ISO 8601). A monthly one comes on the first such day of the month. */
  weekday: number;
  /** From 0 to 23, by the clock on the wall in the site's zone. */
  hour: number;
}

/** Until somebody chooses otherwise. */
export const USUAL_DIGEST: DigestChoice = { rhythm: 'weekly', weekday: 4, hour: 8 };

export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * When the next digest after a moment is due, by the clock on the wall: an hour that the clocks leave out in spring comes
 * when it would have ended, and one that comes twice in autumn counts the first time.
 */
export function nextDigestAt(choice: DigestChoice, after: Date, zone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const first = choice.rhythm === 'weekly' ? today : today.with({ day: 1 });
  const next = choice.rhythm === 'weekly' ? today.add({ weeks: 1 }) : today.with({ day: 1 }).add({ months: 1 });
  const due = atHour(weekdayFrom(first, choice.weekday), choice.hour, zone);
  return due > after ? due : atHour(weekdayFrom(next, choice.weekday), choice.hour, zone);
}

/** "every Thursday at 8 am", "on the first Thursday of each month at 8 am". */
export function sayDigestChoice({ rhythm, weekday, hour }: DigestChoice): string {
  const day = WEEKDAY_NAMES[weekday - 1];
  const time = sayHour(hour);
  return rhythm === 'weekly' ? `every ${day} at ${time}` : `on the first ${day} of each month at ${time}`;
}

export const sayHour = (hour: number): string => sayTime(`2000-01-01T${String(hour).padStart(2, '0')}:00`);

const weekdayFrom = (day: Temporal.PlainDate, weekday: number) => day.add({ days: (weekday - day.dayOfWeek + 7) % 7 });

const atHour = (day: Temporal.PlainDate, hour: number, timeZone: string) =>
  new Date(day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds);
