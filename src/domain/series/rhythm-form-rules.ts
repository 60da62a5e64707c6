import { isZone } from '../meetups/meetup-time-rules.ts';
import { isRow, ruleOfRow } from './rhythm-row-rules.ts';
import { type Rhythm, tidyRule } from './rhythm-rules.ts';

/** What the form of a rhythm sends: lists of the same length for the cells of its rows. */
export interface TypedRhythm {
  which: readonly string[];
  weekday: readonly string[];
  months: readonly string[];
  /** Rules that plain terms cannot say, and that stay. */
  keptRules: readonly string[];
  exceptDays: readonly string[];
  extraDays: readonly string[];
  firstDay: string;
  startTime: string;
  endTime: string;
  zone: string;
}

type Problems = Partial<Record<keyof TypedRhythm, string>>;

const DAY = /^2[01]\d\d-\d\d-\d\d$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
export const MOST_ROWS = 12;
export const MOST_DAYS = 40;

/** A rhythm as typed, or what is wrong with it, by field. */
export function readRhythm(
  typed: TypedRhythm,
): { kind: 'right'; rhythm: Rhythm } | { kind: 'wrong'; problems: Problems } {
  const rows = rowsOf(typed);
  const kept = typed.keptRules.map(tidyRule);
  const days = { exceptDays: filled(typed.exceptDays), extraDays: filled(typed.extraDays) };
  const problems: Problems = { ...wrongRows(rows), ...wrongDays(days), ...wrongTimes(typed) };
  if (kept.includes(undefined)) problems.keptRules = 'One of these is not a rule that calendars know: leave it out';
  if (Object.keys(problems).length > 0) return { kind: 'wrong', problems };
  const rules = [...rows.filter(isRow).map(ruleOfRow), ...kept.flatMap((rule) => rule ?? [])];
  const { firstDay, startTime, endTime, zone } = typed;
  return { kind: 'right', rhythm: { rules: [...new Set(rules)], ...days, firstDay, startTime, endTime, zone } };
}

/** The rows in which something was chosen. */
function rowsOf({ which, weekday, months }: TypedRhythm) {
  const rows = which.map((first, at) => ({ which: first, weekday: weekday[at] ?? '', months: months[at] || null }));
  return rows.filter((row) => row.which !== '' || row.months !== null).slice(0, MOST_ROWS);
}

function wrongRows(rows: readonly { which: string; weekday: string; months: string | null }[]): Problems {
  const wrong = rows.find((row) => !isRow(row));
  if (!wrong) return {};
  const number = rows.indexOf(wrong) + 1;
  if (wrong.which.startsWith('w')) return { which: `Line ${number}: leave the months empty when you count by weeks` };
  return { which: `Line ${number}: choose all three, such as “Third”, “Wednesday”, “of every second month”` };
}

function wrongDays(days: { exceptDays: readonly string[]; extraDays: readonly string[] }): Problems {
  const isWrong = (typed: readonly string[]) => typed.length > MOST_DAYS || !typed.every(isDay);
  return {
    ...(isWrong(days.exceptDays) && { exceptDays: `Enter days, at most ${MOST_DAYS}` }),
    ...(isWrong(days.extraDays) && { extraDays: `Enter days, at most ${MOST_DAYS}` }),
  };
}

const wrongTimes = ({ firstDay, startTime, endTime, zone }: TypedRhythm): Problems => ({
  ...(!isDay(firstDay) && { firstDay: 'Enter the day it counts from' }),
  ...(!TIME.test(startTime) && { startTime: 'Enter when it starts' }),
  ...(!TIME.test(endTime) && { endTime: 'Enter when it ends' }),
  ...([startTime, endTime].every((time) => TIME.test(time)) &&
    endTime <= startTime && { endTime: 'Enter an end that comes after the start' }),
  ...(!isZone(zone) && { zone: 'Choose a time zone from the list' }),
});

const filled = (texts: readonly string[]) => [...new Set(texts.map((text) => text.trim()).filter(Boolean))].sort();

/** Whether a text is a day that there is: `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
