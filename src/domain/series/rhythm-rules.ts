import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { type MeetupTimes, readTimes } from '../meetups/meetup-time-rules.ts';

/** When the meetups of a series are: a recurrence set of RFC 5545 in wall-clock time. */
export interface Rhythm {
  /** RRULE values, without the name: `FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE`. None: dates are made one by one. */
  rules: readonly string[];
  /** Days that the rules give and that are left out (EXDATE), as `YYYY-MM-DD`. */
  exceptDays: readonly string[];
  /** Days beside the rules (RDATE). */
  extraDays: readonly string[];
  /** The day the rules count from: which months "every second month" are. */
  firstDay: string;
  /** `HH:mm` on the wall, in `zone`. */
  startTime: string;
  endTime: string;
  zone: string;
}

/** Rules name days; the time of day is the series' own. */
const FREQUENCIES = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY'];
const PART = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYSETPOS|WKST)=[A-Z0-9,+-]+$/;
const LONGEST_RULE = 200;

/** The days of a rhythm from one day to another, both included, in order. None is before its first day. */
export function listDays(rhythm: Rhythm, from: string, until: string): string[] {
  const start = from < rhythm.firstDay ? rhythm.firstDay : from;
  if (until < start) return [];
  const days = new Set(rhythm.rules.flatMap((rule) => daysOf(rule, rhythm, start, until)));
  for (const day of rhythm.extraDays) if (day >= from && day <= until) days.add(day);
  for (const day of rhythm.exceptDays) days.delete(day);
  return [...days].sort();
}

/** When the meetup of a day is; undefined when the clocks jump over that time. */
export function timesOn({ startTime, endTime, zone }: Rhythm, day: string): MeetupTimes | undefined {
  const read = readTimes(`${day}T${startTime}`, `${day}T${endTime}`, zone);
  return read.kind === 'right' ? read.times : undefined;
}

/** One spelling of an RRULE value, or undefined when it is none that names days. */
export function tidyRule(text: string): string | undefined {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '');
  const namesDays =
    rule.split(';').every((part) => PART.test(part)) && FREQUENCIES.includes(partsOf(rule)['FREQ'] ?? '');
  if (rule.length > LONGEST_RULE || !namesDays) return undefined;
  try {
    const dtstart = Temporal.ZonedDateTime.from('2026-01-01T00:00[UTC]');
    return new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart, strict: true, temporal: Temporal }) && rule;
  } catch {
    return undefined;
  }
}

/** `FREQ=WEEKLY;BYDAY=WE` by the names of its parts. */
export const partsOf = (rule: string): Record<string, string | undefined> =>
  Object.fromEntries(rule.split(';').map((part) => part.split('=', 2)));

function daysOf(rule: string, { firstDay, startTime, zone }: Rhythm, from: string, until: string): string[] {
  const at = (day: string, time: string) =>
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const dtstart = at(firstDay, startTime);
  const set = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart, tzid: zone, temporal: Temporal });
  return set.between(at(from, '00:00'), at(until, '23:59'), true).map((date) => date.toPlainDate().toString());
}
