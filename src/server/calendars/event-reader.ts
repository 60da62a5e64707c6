import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '#domain/calendars/calendar-facts.ts';
import type { Block } from './components.ts';
import { localIn, mendJump, type ReadTime, readTimesOf, sayLocal, type ZoneOf } from './times.ts';
import { unkeptOf } from './unkept.ts';

const LONGEST_UID = 500;
const DAY_MINUTES = 24 * 60;

/** An event that cannot be one of ours, in a sentence. */
export class UnreadableEvent extends Error {
  override name = 'UnreadableEvent';
}

/**
 * Reads one VEVENT.
 *
 * @param siteZone where floating times and whole days are.
 * @throws UnreadableEvent
 */
export function readEvent({ line, text }: Block, zoneOf: ZoneOf, siteZone: string): CalendarEvent {
  const event = parseEvent(text);
  const words = (name: string) => String(event.getFirstPropertyValue(name) ?? '');
  const start = firstTime(event, 'dtstart', zoneOf);
  if (!start) throw new UnreadableEvent('It does not say when it starts.');
  const uid = words('uid') || `${words('summary')} ${sayLocal(start.local)}`;
  if (uid.length > LONGEST_UID) throw new UnreadableEvent('Its UID is longer than 500 characters.');
  if (event.hasProperty('exrule'))
    throw new UnreadableEvent('It leaves dates out by a rule (EXRULE), which is not understood.');
  const rules = event.getAllProperties('rrule').map((rule) => String(rule.getFirstValue()));
  const zone = zoneFor(start, rules.length > 0, siteZone);
  const times = spanOf(event, start, zone, zoneOf);
  const all = (name: string) =>
    event
      .getAllProperties(name)
      .flatMap((property) => readTimesOf(property, zoneOf).map((time) => localIn(zone, time)));
  const replaced = firstTime(event, 'recurrence-id', zoneOf);
  return {
    ...{ line, uid, zone, rules },
    ...{ startsLocal: times.startsLocal, endsLocal: times.endsLocal },
    replaces: replaced ? localIn(zone, replaced) : null,
    summary: words('summary'),
    description: words('description'),
    location: words('location'),
    url: words('url'),
    exceptStarts: all('exdate'),
    extraStarts: all('rdate'),
    isCancelled: words('status').toUpperCase() === 'CANCELLED',
    isPrivate: /^(PRIVATE|CONFIDENTIAL)$/i.test(words('class')),
    sequence: Number(words('sequence')) || 0,
    remarks: [...zoneRemarks(event, start, zoneOf, zone), ...times.remarks, ...unkeptOf(event)],
  };
}

function parseEvent(text: string): ICAL.Component {
  try {
    return new ICAL.Component(ICAL.parse(text) as unknown as []);
  } catch {
    throw new UnreadableEvent('It is not written as calendars are.');
  }
}

function firstTime(event: ICAL.Component, name: string, zoneOf: ZoneOf): ReadTime | undefined {
  const property = event.getFirstProperty(name);
  try {
    return property ? readTimesOf(property, zoneOf)[0] : undefined;
  } catch {
    throw new UnreadableEvent(`Its ${name.toUpperCase()} is not a time.`);
  }
}

/** A single time in UTC is told on the clocks here; one that recurs stays in UTC, where it does not move with the summer. */
function zoneFor({ zone, isDay }: ReadTime, recurs: boolean, siteZone: string): string {
  if (isDay || zone === null) return siteZone;
  return zone === 'UTC' && !recurs ? siteZone : zone;
}

function zoneRemarks(event: ICAL.Component, { zone, isDay }: ReadTime, zoneOf: ZoneOf, read: string): string[] {
  const tzid = event.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const guessed = tzid && !isDay ? zoneOf(tzid).remark : undefined;
  if (guessed) return [guessed];
  if (zone === null && !isDay) return [`Its times name no zone; they were taken for those of ${read}.`];
  return zone === 'UTC' && read === 'UTC'
    ? ['It recurs at a time in UTC: on clocks that change, an hour later in summer.']
    : [];
}

interface Span {
  startsLocal: string;
  endsLocal: string;
  remarks: string[];
}

/** From when to when, at most a day long. */
function spanOf(event: ICAL.Component, start: ReadTime, zone: string, zoneOf: ZoneOf): Span {
  const startsLocal = mendJump(localIn(zone, start), zone);
  const from = Temporal.PlainDateTime.from(startsLocal).toZonedDateTime(zone);
  const end = firstTime(event, 'dtend', zoneOf);
  const length = event.getFirstPropertyValue('duration');
  const seconds = length instanceof ICAL.Duration ? length.toSeconds() : undefined;
  const until = end
    ? Temporal.PlainDateTime.from(localIn(zone, end)).toZonedDateTime(zone)
    : seconds === undefined
      ? undefined
      : from.add({ seconds });
  const minutes = until && Math.floor((until.epochMilliseconds - from.epochMilliseconds) / 60_000);
  if (start.isDay) return wholeDay(startsLocal, minutes ?? DAY_MINUTES);
  if (minutes === undefined || minutes <= 0)
    return { startsLocal, ...endAfter(from, 60), remarks: ['It does not say when it ends; an hour was taken.'] };
  if (minutes > DAY_MINUTES)
    return {
      startsLocal,
      ...endAfter(from, DAY_MINUTES),
      remarks: ['It is longer than a day; the first 24 hours are kept.'],
    };
  return { startsLocal, ...endAfter(from, minutes), remarks: [] };
}

const endAfter = (from: Temporal.ZonedDateTime, minutes: number) => ({
  endsLocal: sayLocal(from.add({ minutes }).toPlainDateTime()),
});

function wholeDay(startsLocal: string, minutes: number): Span {
  const isLonger = minutes > DAY_MINUTES + 60;
  const remarks = [
    'It takes the whole day: it was taken to be from midnight to 23.59.',
    ...(isLonger ? ['It is longer than a day; the first day is kept.'] : []),
  ];
  return { startsLocal, endsLocal: `${startsLocal.slice(0, 10)}T23:59`, remarks };
}
