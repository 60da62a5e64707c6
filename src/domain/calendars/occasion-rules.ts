import { Temporal } from 'temporal-polyfill';
import { listOccasions } from '../series/rhythm-plan-rules.ts';
import { listDays, type Rhythm, tidyRule, timesOn } from '../series/rhythm-rules.ts';
import { localDay } from '../time/date-words.ts';
import type { CalendarEvent } from './calendar-facts.ts';

/** One date of a recurring event. */
export interface EventDate {
  /** The start that the rhythm gives it, on the wall; what RECURRENCE-ID names. */
  seriesStart: string;
  /** What the file says of this date: the event itself, or the one that replaces it there. */
  event: CalendarEvent;
  startsLocal: string;
  endsLocal: string;
  /** It is not as the rhythm would make it. */
  isOdd: boolean;
}

/** The rhythm of a recurring event, or a sentence when no series can have it. */
export function rhythmOfEvent(event: CalendarEvent): Rhythm | string {
  const rules = event.rules.flatMap((rule) => tidyRule(rule) ?? []);
  if (rules.length < event.rules.length) return 'It recurs in a way that names no days, or that is not understood.';
  const [firstDay, startTime] = [dayOf(event.startsLocal), timeOf(event.startsLocal)];
  if (dayOf(event.endsLocal) !== firstDay)
    return 'It recurs and goes on past midnight, which the dates of a series cannot.';
  const rhythm = {
    ...{ rules, firstDay, startTime, endTime: timeOf(event.endsLocal), zone: event.zone },
    exceptDays: event.exceptStarts.map(dayOf),
    extraDays: event.extraStarts.map(dayOf),
  };
  const isInRules = listDays({ ...rhythm, exceptDays: [] }, firstDay, firstDay).length > 0;
  return isInRules ? rhythm : { ...rhythm, extraDays: [firstDay, ...rhythm.extraDays] };
}

/**
 * The dates of a recurring event from a day on up to a year ahead, with what replaces some of them.
 *
 * @param since the first day, as `YYYY-MM-DD`.
 */
export function listDates(
  event: CalendarEvent,
  rhythm: Rhythm,
  replacements: readonly CalendarEvent[],
  { since, now }: { since: string; now: Date },
): EventDate[] {
  const replacing = new Map(replacements.map((one) => [replacedStart(one, rhythm), one]));
  const extra = new Map(event.extraStarts.map((start) => [dayOf(start), start]));
  const starts = new Set([
    ...pastStarts(rhythm, since, now),
    ...listOccasions(rhythm, now).map((one) => one.startsLocal),
  ]);
  for (const [start, { startsLocal }] of replacing)
    if (dayOf(startsLocal) >= since && !rhythm.exceptDays.includes(dayOf(start))) starts.add(start);
  return [...starts].sort().map((seriesStart) => {
    const other = replacing.get(seriesStart);
    if (other)
      return { seriesStart, event: other, isOdd: true, startsLocal: other.startsLocal, endsLocal: other.endsLocal };
    const startsLocal = extra.get(dayOf(seriesStart)) ?? seriesStart;
    return {
      seriesStart,
      event,
      isOdd: startsLocal !== seriesStart,
      startsLocal,
      endsLocal: endOf(event, startsLocal),
    };
  });
}

function pastStarts(rhythm: Rhythm, since: string, now: Date): string[] {
  return listDays(rhythm, since, localDay(now, rhythm.zone))
    .flatMap((day) => timesOn(rhythm, day) ?? [])
    .filter(({ startsAt }) => startsAt <= now)
    .map(({ startsLocal }) => startsLocal);
}

/** Which start of a rhythm an event replaces: its day is enough when it names no time. */
function replacedStart({ replaces, zone }: CalendarEvent, rhythm: Rhythm): string {
  const there = Temporal.PlainDateTime.from(replaces ?? '')
    .toZonedDateTime(zone)
    .withTimeZone(rhythm.zone);
  const start = there.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return timeOf(replaces ?? '') === '00:00' ? `${dayOf(replaces ?? '')}T${rhythm.startTime}` : start;
}

/** As long after a start as the event itself is long. */
function endOf({ startsLocal, endsLocal }: CalendarEvent, start: string): string {
  const long = Temporal.PlainDateTime.from(startsLocal).until(Temporal.PlainDateTime.from(endsLocal));
  return Temporal.PlainDateTime.from(start).add(long).toString({ smallestUnit: 'minute' });
}

const dayOf = (local: string) => local.slice(0, 10);
const timeOf = (local: string) => local.slice(11, 16);
