import { partsOf } from './rhythm-rules.ts';

/** Which of a month's weekdays, or every so many weeks. */
export const WHICH = ['1', '2', '3', '4', '-1', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8'] as const;
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Every so many months, or one month of the year. */
export const MONTHS = ['e1', 'e2', 'e3', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** One line of a rhythm in plain terms: "third | Wednesday | of every second month", "every 2 weeks | Friday". */
export interface RhythmRow {
  which: (typeof WHICH)[number];
  weekday: (typeof WEEKDAYS)[number];
  /** Null when it counts by weeks. */
  months: (typeof MONTHS)[number] | null;
}

/** The RRULE value that says a row. */
export function ruleOfRow({ which, weekday, months }: RhythmRow): string {
  if (which.startsWith('w')) return `FREQ=WEEKLY;${interval(which.slice(1))}BYDAY=${weekday}`;
  if (months?.startsWith('e')) return `FREQ=MONTHLY;${interval(months.slice(1))}BYDAY=${which}${weekday}`;
  return `FREQ=YEARLY;BYMONTH=${months};BYDAY=${which}${weekday}`;
}

/** The rows that say an RRULE value, or undefined when plain terms cannot. */
export function rowsOfRule(rule: string): RhythmRow[] | undefined {
  const { FREQ, INTERVAL = '1', BYDAY = '', BYMONTH, BYSETPOS, WKST = 'MO', ...others } = partsOf(rule);
  if (Object.keys(others).length > 0 || WKST !== 'MO') return undefined;
  const days = BYDAY.split(',').map((day) => (BYSETPOS ? BYSETPOS + day : day));
  if (BYSETPOS && days.length > 1) return undefined;
  if (FREQ === 'WEEKLY' && !BYMONTH && !BYSETPOS) return readRows(days.map((day) => [`w${INTERVAL}`, day, null]));
  if (FREQ === 'MONTHLY' && !BYMONTH) return readRows(days.map((day) => [...nthDay(day), `e${INTERVAL}`]));
  const isYearly = (FREQ === 'YEARLY' || FREQ === 'MONTHLY') && INTERVAL === '1' && BYMONTH;
  if (!isYearly) return undefined;
  return readRows(BYMONTH.split(',').flatMap((month) => days.map((day) => [...nthDay(day), month])));
}

/** The rows of all rules that have some, and the rules that have none. */
export function readRules(rules: readonly string[]): { rows: RhythmRow[]; others: string[] } {
  const read = rules.map((rule) => ({ rule, rows: rowsOfRule(rule) }));
  return {
    rows: read.flatMap(({ rows }) => rows ?? []),
    others: read.filter(({ rows }) => !rows).map(({ rule }) => rule),
  };
}

const interval = (every: string) => (every === '1' ? '' : `INTERVAL=${every};`);

/** `3WE` as `3` and `WE`. */
const nthDay = (day: string): [string, string] => [day.slice(0, -2).replace('+', ''), day.slice(-2)];

function readRows(cells: (string | null)[][]): RhythmRow[] | undefined {
  const rows = cells.map(([which = '', weekday = '', months = null]) => ({ which, weekday, months }));
  return rows.every(isRow) ? rows : undefined;
}

/** Whether typed or read cells are a row: by weeks without months, by months with them. */
export function isRow(cells: { which: unknown; weekday: unknown; months: unknown }): cells is RhythmRow {
  const { which, weekday, months } = cells as RhythmRow;
  if (!WHICH.includes(which) || !WEEKDAYS.includes(weekday)) return false;
  return which.startsWith('w') ? months === null : months !== null && MONTHS.includes(months);
}
