import { Temporal } from 'temporal-polyfill';

const WEDNESDAY = 3;
const DAYS_AHEAD = 3;
const DAY = 86_400_000;

/**
 * The day of a café of the series: the third Wednesday of every second month. They are counted from the one that is next,
 * at least three days ahead, so that the demo lives whenever it is started.
 *
 * @param turn 1 for the next café, -1 for the last one.
 */
export function cafeDay(turn: number, now: Date, zone: string): Temporal.PlainDate {
  const today = dayOf(now, zone);
  const here = thirdWednesday(today.toPlainYearMonth());
  const isSoon = Temporal.PlainDate.compare(here, today.add({ days: DAYS_AHEAD })) >= 0;
  const next = today.toPlainYearMonth().add({ months: isSoon ? 0 : 1 });
  return thirdWednesday(next.add({ months: 2 * (turn > 0 ? turn - 1 : turn) }));
}

/** The day that an instant falls on in a zone. */
export const dayOf = (instant: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate();

export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY);
export const daysAfter = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY);
export const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other);

function thirdWednesday(month: Temporal.PlainYearMonth): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  return first.add({ days: ((WEDNESDAY - first.dayOfWeek + 7) % 7) + 14 });
}
