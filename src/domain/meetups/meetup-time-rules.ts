import { Temporal } from 'temporal-polyfill';
import { sayTime } from '../time/date-words.ts';

/** When a meetup is: wall-clock times as `YYYY-MM-DDTHH:mm`, their IANA zone, and the same as instants. */
export interface MeetupTimes {
  startsLocal: string;
  endsLocal: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
}

type WrongTime = { kind: 'wrong'; field: 'startsLocal' | 'endsLocal' | 'zone'; sentence: string };

/** No meetup is longer. */
export const LONGEST_HOURS = 24;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** The zones a meetup can be in. Nobody ever types an offset. */
export const ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/**
 * What two wall-clock times mean in a zone. A time that the clocks jump over is wrong; of one that comes twice the first
 * is meant, as in a calendar file (RFC 5545, 3.3.5), and `comesTwice` asks for it to be said.
 */
export function readTimes(
  startsLocal: string,
  endsLocal: string,
  zone: string,
): { kind: 'right'; times: MeetupTimes; comesTwice: boolean } | WrongTime {
  if (!isZone(zone)) return { kind: 'wrong', field: 'zone', sentence: 'Choose a time zone from the list' };
  const start = readTime(startsLocal, zone);
  if (start.kind === 'wrong') return { ...start, field: 'startsLocal' };
  const end = readTime(endsLocal, zone);
  if (end.kind === 'wrong') return { ...end, field: 'endsLocal' };
  const hours = (end.at.getTime() - start.at.getTime()) / 3_600_000;
  if (hours <= 0) return { kind: 'wrong', field: 'endsLocal', sentence: 'Enter an end that comes after the start' };
  if (hours > LONGEST_HOURS)
    return { kind: 'wrong', field: 'endsLocal', sentence: `Enter an end within ${LONGEST_HOURS} hours of the start` };
  const times = { startsLocal, endsLocal, zone, startsAt: start.at, endsAt: end.at };
  return { kind: 'right', times, comesTwice: start.comesTwice || end.comesTwice };
}

/** Whether a text names a zone that calendars know; older names of a zone count, offsets do not. */
export function isZone(zone: string): boolean {
  if (!/^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

type ReadTime = { kind: 'right'; at: Date; comesTwice: boolean } | { kind: 'wrong'; sentence: string };

/** What one wall-clock time means in a zone. */
export function readTime(local: string, zone: string): ReadTime {
  const plain = readLocal(local);
  if (!plain) return { kind: 'wrong', sentence: 'Enter a day and a time, like 3 December 2026, 10 am' };
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (!earlier.toPlainDateTime().equals(plain)) return { kind: 'wrong', sentence: sayJump(local, earlier) };
  return { kind: 'right', at: new Date(earlier.epochMilliseconds), comesTwice: !earlier.equals(later) };
}

function readLocal(local: string): Temporal.PlainDateTime | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local)) return undefined;
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return plain.year >= FIRST_YEAR && plain.year <= LAST_YEAR ? plain : undefined;
  } catch {
    return undefined;
  }
}

/** @param before an instant shortly before the jump. */
function sayJump(local: string, before: Temporal.ZonedDateTime): string {
  const jump = before.getTimeZoneTransition('next');
  const next = jump?.toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? local;
  return `The clocks go forward then, and ${sayTime(local)} does not come. Choose ${sayTime(next)} or later`;
}
