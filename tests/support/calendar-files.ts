import { readFileSync } from 'node:fs';
import { planCalendar, type Window } from '#domain/calendars/import-plan-rules.ts';
import { readCalendarFile } from '#server/calendars/calendar-reader.ts';

export const NOON = new Date('2026-11-20T12:00:00Z');

/** A calendar in the manner of a common program, from `tests/fixtures/calendars`. */
export const fixture = (name: string) => readFileSync(`tests/fixtures/calendars/${name}.ics`);

/** What a file holds, read where London's clocks are. */
export function read(bytes: Uint8Array | string) {
  const file = readCalendarFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, 'Europe/London');
  if (typeof file === 'string') throw new Error(file);
  return file;
}

/** What would be added from a file at NOON, from two years ago on. */
export const plan = (bytes: Uint8Array | string, window: Partial<Window> = {}) =>
  planCalendar(read(bytes), { since: '2024-11-20', now: NOON, known: new Set(), ...window });

/** One event, as a calendar of its own. */
export const calendarOf = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:u',
    'SUMMARY:Café',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');

/** Its one meetup as "2026-12-03T10:00 to 11:00, Europe/London", with what is said about it. */
export function oneOf(...lines: string[]) {
  const { meetups, remarks, leftOut } = plan(calendarOf('LOCATION:Town Hall', ...lines));
  const times = meetups[0]?.times;
  return {
    when: times && `${times.startsLocal} to ${times.endsLocal.slice(11)}, ${times.zone}`,
    said: [...remarks, ...leftOut].flatMap(({ sentences }) => sentences),
  };
}
