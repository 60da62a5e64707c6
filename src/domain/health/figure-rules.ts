import { Temporal } from 'temporal-polyfill';
import type { Tables } from '#db/tables.ts';
import { WHOLE_SITE } from '../jobs/job-rules.ts';

/** What one night's row says of the register or of a unit with all that is under it. */
export type NightlyFigure = Omit<Tables['channelFigures']['$inferSelect'], 'takenAt'>;

/** The numbers that are kept each night, and what each is called. */
export const FIGURES = {
  running: 'Channels',
  withoutOwner: 'Without an owner',
  withoutDeputy: 'Without a deputy',
  onOnePerson: 'Hanging on one person',
  leftBehind: 'In the name of somebody who left',
  overdue: 'Not checked in time',
} as const satisfies Partial<Record<keyof NightlyFigure, string>>;

export type FigureKey = keyof typeof FIGURES;
export const FIGURE_KEYS = Object.keys(FIGURES) as FigureKey[];
export type Figures = Record<FigureKey, number>;

interface Branch {
  id: string;
  parentId: string | null;
}

/** The numbers of each unit as those of the whole site and of each unit at the top, in which all below are counted. */
export function rollUp(
  units: readonly Branch[],
  counted: readonly (Figures & { unitId: string })[],
): { scopeId: string; figures: Figures }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const tops = units.filter(({ parentId }) => parentId === null || !byId.has(parentId));
  const sums = new Map([WHOLE_SITE, ...tops.map(({ id }) => id)].map((scopeId) => [scopeId, nothing()]));
  for (const { unitId, ...figures } of counted)
    for (const scopeId of [WHOLE_SITE, topOf(byId, unitId)]) {
      const sum = sums.get(scopeId);
      if (sum) for (const key of FIGURE_KEYS) sum[key] += figures[key];
    }
  return [...sums].map(([scopeId, figures]) => ({ scopeId, figures }));
}

const nothing = () => Object.fromEntries(FIGURE_KEYS.map((key) => [key, 0])) as Figures;

/** Rows that name each other as parents end the walk. */
function topOf(byId: ReadonlyMap<string, Branch>, unitId: string): string {
  const seen = new Set<string>();
  let at = unitId;
  for (
    let above = byId.get(at)?.parentId;
    above && byId.has(above) && !seen.has(above);
    above = byId.get(at)?.parentId
  ) {
    seen.add(at);
    at = above;
  }
  return at;
}

const NIGHT_HOUR = 2;

/** The next night at two, local to the site. */
export function nextNight(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const tonight = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: NIGHT_HOUR } });
  const next = Temporal.ZonedDateTime.compare(tonight, local) > 0 ? tonight : tonight.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

/** The first day of a year of figures that ends on `today`, both 'YYYY-MM-DD'. */
export const yearBefore = (today: string): string => Temporal.PlainDate.from(today).subtract({ years: 1 }).toString();

/** One week of figures: those of its last night that was counted, or null when none was. */
export interface FigureWeek {
  /** Its Monday. */
  from: string;
  nights: number;
  last: NightlyFigure | null;
}

/** A year of nights as weeks, the newest first; a week that nobody counted stands there as well. */
export function byWeek(nights: readonly NightlyFigure[], today: string): FigureWeek[] {
  const weeks = new Map<string, NightlyFigure[]>();
  const first = nights[0] && mondayOf(nights[0].day);
  for (let monday = mondayOf(today); first && monday >= first; monday = daysFrom(monday, -7)) weeks.set(monday, []);
  for (const night of nights) weeks.get(mondayOf(night.day))?.push(night);
  return [...weeks].map(([from, of]) => ({ from, nights: of.length, last: of.at(-1) ?? null }));
}

const mondayOf = (day: string) => {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
};

const daysFrom = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
