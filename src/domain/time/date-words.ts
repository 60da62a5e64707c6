import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
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
  const { day, month, year } = Temporal.PlainDate.from(local);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** "10 am", "10.30 am", "12 noon", "midnight", from 'YYYY-MM-DDTHH:mm'. */
export function sayTime(local: string): string {
  const { hour, minute } = Temporal.PlainDateTime.from(local);
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
  const { day, month, year } = Temporal.PlainDate.from(local);
  return {
    weekday: weekdayOf(local).slice(0, 3),
    day: String(day),
    month: MONTHS[month - 1]!.slice(0, 3),
    year: String(year),
  };
}

/** The local time 'YYYY-MM-DDTHH:mm' of an instant in an IANA zone. */
export function localTime(instant: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** What `<time datetime>` and JSON-LD want: the local time with its offset, '2026-12-03T10:00+00:00'. */
export function machineTime(local: string, zone: string): string {
  const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(zone);
  return zoned.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

function weekdayOf(local: string): string {
  return WEEKDAYS[Temporal.PlainDate.from(local).dayOfWeek - 1]!;
}
