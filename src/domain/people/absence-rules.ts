import { Temporal } from 'temporal-polyfill';

/** For so long somebody can read what happened while they were away. */
const KEPT_DAYS = 60;

/** Absences that ended before this day are forgotten; days as 'YYYY-MM-DD'. */
export const forgottenBefore = (today: string): string =>
  Temporal.PlainDate.from(today).subtract({ days: KEPT_DAYS }).toString();

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
