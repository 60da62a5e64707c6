import { Temporal } from 'temporal-polyfill';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ASK_FROM = 48 * HOUR;
const LONGEST_WAIT = 12 * HOUR;
const SHORTEST_WAIT = 15 * MINUTE;
/** An offer that would end between these hours of the day ends when people are up. */
const NIGHT = { from: 22, to: 8 };

interface Start {
  startsAt: Date;
  /** IANA zone. */
  zone: string;
}

/** In the last two days a free place is offered and not given: whoever moves up may have other plans by now. */
export const isOfferTime = ({ startsAt }: Start, now: Date): boolean => startsAt.getTime() - now.getTime() <= ASK_FROM;

/**
 * Until when an offer stands: twelve hours, but no more than a third of the time that is left, so that two others can
 * still be asked; not into the night, if the morning leaves an hour; and never past the start.
 */
export function offerUntil(meetup: Start, now: Date): Date {
  const start = meetup.startsAt.getTime();
  const left = start - now.getTime();
  const wait = Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, left / 3));
  const until = Math.floor((now.getTime() + wait) / (5 * MINUTE)) * 5 * MINUTE;
  const morning = afterTheNight(until, meetup.zone);
  return new Date(Math.min(start, morning + HOUR <= start ? morning : until));
}

/** The same instant by day, and the morning after it by night. */
function afterTheNight(instant: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  if (local.hour >= NIGHT.to && local.hour < NIGHT.from) return instant;
  const day = local.hour >= NIGHT.from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: NIGHT.to }) })
    .epochMilliseconds;
}
