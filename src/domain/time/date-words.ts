import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "Thursday 3 December 2026, 10 am to 11.30 am, London time". Local times 'YYYY-MM-DDTHH:mm', an IANA zone. */
export function sayWhen(startsLocal: string, endsLocal: string | null | undefined, zone: string): string {
  const start = `${sayDay(startsLocal)}, ${sayTime(startsLocal)}`;
  if (!endsLocal) return `${start}, ${sayZone(zone)}`;
  const sameDay = startsLocal.slice(0, 10) === endsLocal.slice(0, 10);
  const end = sameDay ? sayTime(endsLocal) : `${sayDay(endsLocal)}, ${sayTime(endsLocal)}`;
  return `${start} to ${end}, ${sayZone(zone)}`;
}

/** "Thursday 3 December 2026, 10.30 am": an instant, told in an IANA zone. */
export function sayInstant(instant: Date, zone: string): string {
  const local = localTime(instant, zone);
  return `${sayDay(local)}, ${sayTime(local)}`;
}

/** "Thursday 3 December 2026", from 'YYYY-MM-DD' or a longer local time. */
export function sayDay(local: string): string {
  return `${weekdayOf(local)} ${sayDate(local)}`;
}

/** "3 December 2026", for where the day of the week does not matter. */
export function sayDate(local: string): string {
  const { year, month, day } = read(local);
  return `${day} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** "March" within a year of `today`, else "March 2025": both local times or days. */
export function sayMonth(local: string, today: string): string {
  const { year, month } = read(local);
  const { year: thisYear, month: thisMonth } = read(today);
  const isNear = thisYear * 12 + thisMonth - (year * 12 + month) < 12;
  return isNear ? MONTH_NAMES[month - 1]! : `${MONTH_NAMES[month - 1]} ${year}`;
}

/** "10 am", "10.30 am", "12 noon", "midnight", from 'YYYY-MM-DDTHH:mm'. */
export function sayTime(local: string): string {
  const { hour, minute } = read(local);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return '12 noon';
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`;
  return `${hour % 12 || 12}${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}

/** "London time" for Europe/London. */
export function sayZone(zone: string): string {
  return zone.includes('/') ? `${zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')} time` : zone;
}

/** The short words of a tear-off calendar: { weekday: 'Thu', day: '3', month: 'Dec', year: '2026' }. */
export function badgeWords(local: string): { weekday: string; day: string; month: string; year: string } {
  const { year, month, day } = read(local);
  return {
    weekday: weekdayOf(local).slice(0, 3),
    day: String(day),
    month: MONTH_NAMES[month - 1]!.slice(0, 3),
    year: String(year),
  };
}

/** The local time 'YYYY-MM-DDTHH:mm' of an instant in an IANA zone. */
export function localTime(instant: Date, zone: string): string {
  return clockOf(zone).format(instant).replace(' ', 'T');
}

/** The day 'YYYY-MM-DD' on which an instant falls in an IANA zone. */
export const localDay = (instant: Date, zone: string): string => localTime(instant, zone).slice(0, 10);

/** The middle of a day, for what is known to have been on it and no closer. */
export const middayOf = (day: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone).epochMilliseconds);

/** What JSON-LD wants: the local time with its offset, '2026-12-03T10:00+00:00'. */
export function machineTime(local: string, zone: string): string {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return zoned.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** Kept, since making one costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes times as ISO 8601 does, but for the T. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock;
}

function weekdayOf(local: string): string {
  const { year, month, day } = read(local);
  return WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
}

/** By position: lists say hundreds of dates, and a parser that checks what is already checked costs them milliseconds. */
function read(local: string): { year: number; month: number; day: number; hour: number; minute: number } {
  const part = (from: number, to: number) => Number(local.slice(from, to));
  return { year: part(0, 4), month: part(5, 7), day: part(8, 10), hour: part(11, 13), minute: part(14, 16) };
}
