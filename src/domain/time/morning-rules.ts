import { Temporal } from 'temporal-polyfill';

const MORNING = Temporal.PlainTime.from('09:00');

/** Nine in the morning of a day (`YYYY-MM-DD`), by the clock on the wall in an IANA zone: when letters about that day go out. */
export const morningOf = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: MORNING }).epochMilliseconds);
