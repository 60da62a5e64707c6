import ICAL from 'ical.js';
import { expect } from 'vitest';

/** A calendar as a calendar program reads it, after the checks that every file must pass (RFC 5545, 3.1 and 3.6). */
export function readCalendar(text: string) {
  expect(text.endsWith('END:VCALENDAR\r\n'), 'the last line has its end').toBe(true);
  expect(text.replaceAll('\r\n', ''), 'no line ends but CRLF').not.toMatch(/[\r\n]/);
  const long = text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
  expect(long, 'lines of more than 75 octets').toEqual([]);
  expect(text, 'a letter cut in two by a fold').not.toContain('\ufffd');
  expect(text, 'nobody’s address').not.toMatch(/^(ATTENDEE|ORGANIZER)|mailto:/im);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  for (const event of events) expect(zones, 'each zone is told').toContain(event.startDate.zone.tzid);
  return { calendar, zones, events };
}

/** One event's properties as text: `{ uid, sequence, status, summary, … }`. */
export const propertiesOf = (event: ICAL.Event): Record<string, string> =>
  Object.fromEntries(event.component.getAllProperties().map((one) => [one.name, String(one.getFirstValue())]));

/** The instant an event starts, by the rules in the file's own VTIMEZONE. */
export const startOf = (event: ICAL.Event): string => event.startDate.toJSDate().toISOString();
