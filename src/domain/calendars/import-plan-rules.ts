import { type MeetupTimes, readTimes } from '../meetups/meetup-time-rules.ts';
import type { Rhythm } from '../series/rhythm-rules.ts';
import type { CalendarEvent, CalendarFile, CalendarRemark } from './calendar-facts.ts';
import { shortened } from './import-wish-rules.ts';
import { listDates, rhythmOfEvent } from './occasion-rules.ts';

/** A meetup that a calendar asks for. */
export interface PlannedMeetup {
  /** What the calendar calls it: the same file again finds it by this. */
  key: string;
  event: CalendarEvent;
  times: MeetupTimes;
  /** Null for one that stands alone. */
  seriesStart: string | null;
  /** It is not as its rhythm would make it. */
  isOdd: boolean;
}

/** A series that a calendar asks for, with its dates. */
export interface PlannedSeries {
  event: CalendarEvent;
  rhythm: Rhythm;
  dates: PlannedMeetup[];
}

export interface ImportPlan {
  meetups: PlannedMeetup[];
  series: PlannedSeries[];
  /** How much is here already. */
  known: number;
  leftOut: CalendarRemark[];
  /** What goes in, but not whole. */
  remarks: CalendarRemark[];
}

export interface Window {
  /** What is over before this day, `YYYY-MM-DD`, is left out. */
  since: string;
  now: Date;
  /** The keys of meetups that were imported before. */
  known: ReadonlySet<string>;
}

/** What a calendar file would add. */
export function planCalendar(file: CalendarFile, window: Window): ImportPlan {
  const plan: ImportPlan = { meetups: [], series: [], known: 0, leftOut: [...file.refused], remarks: [] };
  for (const events of Map.groupBy(file.events, ({ uid }) => uid).values()) planEvents(plan, events, window);
  return plan;
}

/** Plans the event of one UID, and what replaces some of its dates. Of two that say the same, the newest counts. */
function planEvents(plan: ImportPlan, events: readonly CalendarEvent[], window: Window) {
  const newest = [...events].sort((one, other) => one.sequence - other.sequence);
  const event = newest.findLast(({ replaces }) => replaces === null);
  const replacements = [
    ...new Map(newest.filter(({ replaces }) => replaces !== null).map((one) => [one.replaces, one])).values(),
  ];
  const recurs = event && event.rules.length + event.extraStarts.length > 0;
  if (event && recurs) planSeries(plan, event, replacements, window);
  else for (const one of event ? [event] : replacements) planMeetup(plan, one, window);
}

function planMeetup(plan: ImportPlan, event: CalendarEvent, window: Window) {
  const key = event.replaces === null ? event.uid : `${event.uid} ${event.replaces}`;
  if (window.known.has(key)) {
    plan.known += 1;
    return;
  }
  const read = readTimes(event.startsLocal, event.endsLocal, event.zone);
  const problem = read.kind === 'wrong' ? `${read.sentence}.` : whyNot(event, read.times, window);
  if (read.kind === 'wrong' || problem) return leaveOut(plan, event, problem);
  plan.meetups.push({ key, event, times: read.times, seriesStart: null, isOdd: false });
  remark(plan, event);
}

function planSeries(plan: ImportPlan, event: CalendarEvent, replacements: readonly CalendarEvent[], window: Window) {
  const isKnown = [...window.known].some((key) => key.startsWith(`${event.uid} `));
  if (isKnown) {
    plan.known += 1;
    return;
  }
  const rhythm = event.isCancelled ? 'It is cancelled.' : rhythmOfEvent(event);
  if (typeof rhythm === 'string') return leaveOut(plan, event, rhythm);
  const wanted = tryDates(event, rhythm, replacements, window);
  if (!wanted) return leaveOut(plan, event, 'It recurs so often, or so seldom, that its dates cannot be counted.');
  const dates = wanted.flatMap((date): PlannedMeetup[] => {
    const read = readTimes(date.startsLocal, date.endsLocal, date.event.zone);
    const problem = read.kind === 'wrong' ? `${read.sentence}.` : whyNot(date.event, read.times, window);
    if (read.kind === 'wrong' || problem) {
      leaveOut(plan, date.event, problem);
      return [];
    }
    return [{ ...date, key: `${event.uid} ${date.seriesStart}`, times: read.times }];
  });
  if (dates.length === 0) return leaveOut(plan, event, 'It has no date in these years.');
  plan.series.push({ event, rhythm, dates });
  for (const one of new Set([event, ...dates.map((date) => date.event)])) remark(plan, one);
}

/** Undefined when the rule goes on for longer than its dates are counted: that is the one thing it throws for. */
function tryDates(...[event, rhythm, replacements, window]: Parameters<typeof listDates>) {
  try {
    return listDates(event, rhythm, replacements, window);
  } catch {
    return undefined;
  }
}

function whyNot({ isCancelled }: CalendarEvent, { startsLocal, endsAt }: MeetupTimes, { since, now }: Window) {
  if (startsLocal.slice(0, 10) < since) return 'It is too long ago.';
  return isCancelled && endsAt <= now ? 'It was cancelled, and would be over.' : undefined;
}

function leaveOut({ leftOut }: ImportPlan, { line, summary }: CalendarEvent, sentence = '') {
  leftOut.push({ line, summary, sentences: [sentence] });
}

function remark({ remarks }: ImportPlan, event: CalendarEvent) {
  const sentences = [...event.remarks, ...shortened(event)];
  if (sentences.length > 0) remarks.push({ line: event.line, summary: event.summary, sentences });
}
