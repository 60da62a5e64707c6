import { Temporal } from 'temporal-polyfill';
import { localDay } from '../time/date-words.ts';
import { daysBetween } from '../time/day-rules.ts';
import { listDays, type Rhythm, timesOn } from './rhythm-rules.ts';

/** How far ahead the dates of a series are made. */
export const MONTHS_AHEAD = 12;
/** The most dates ahead: a meetup a day is no café any more. */
const MOST_AHEAD = 104;
/** A date of the old rhythm moves to one of the new when that is less than a week away. */
const MOST_DAYS_MOVED = 6;

/** Wall-clock times as `YYYY-MM-DDTHH:mm`, in an IANA time zone. */
export interface Occasion {
  startsLocal: string;
  endsLocal: string;
  zone: string;
}

/** A date ahead that belongs to a series. */
export interface DateAhead extends Occasion {
  id: string;
  slug: string;
  title: string;
  /** The start that the rhythm gave it; null for one that was announced on its own. */
  seriesStart: string | null;
  /** Somebody changed it, or it was announced on its own: a new rhythm leaves it alone. */
  isByHand: boolean;
  isCancelled: boolean;
  /** Earlier than its rhythm wanted it: it stands for the meetup of that day, and nothing else becomes of it. */
  hasBegun: boolean;
  /** How many people are coming or waiting. */
  people: number;
}

/** What a rhythm does with the dates ahead. Every date that has not begun is in one of the first four, every wanted occasion in `kept`, `moved` or `made`. */
export interface RhythmPlan {
  /** They stand for an occasion of the rhythm as they are. */
  kept: { date: DateAhead; as: Occasion }[];
  moved: { date: DateAhead; to: Occasion }[];
  /** No longer in the rhythm, and nobody changed them by hand. */
  withdrawn: DateAhead[];
  /** Not in the rhythm, but changed or announced by hand. */
  leftAlone: DateAhead[];
  made: Occasion[];
}

/** When a rhythm wants meetups in the year that begins now, soonest first. */
export function listOccasions(rhythm: Rhythm, now: Date): Occasion[] {
  const today = localDay(now, rhythm.zone);
  const until = Temporal.PlainDate.from(today).add({ months: MONTHS_AHEAD }).toString();
  return listDays(rhythm, today, until)
    .flatMap((day) => timesOn(rhythm, day) ?? [])
    .filter(({ startsAt }) => startsAt > now)
    .slice(0, MOST_AHEAD)
    .map(({ startsLocal, endsLocal, zone }) => ({ startsLocal, endsLocal, zone }));
}

/** What becomes of the dates ahead when a rhythm wants these occasions. */
export function planRhythm(occasions: readonly Occasion[], dates: readonly DateAhead[]): RhythmPlan {
  const free = new Map(occasions.map((occasion) => [occasion.startsLocal, occasion]));
  const plan: RhythmPlan = { kept: [], moved: [], withdrawn: [], leftAlone: [], made: [] };
  const place = (date: DateAhead, as: Occasion) => {
    free.delete(as.startsLocal);
    if (isFixed(date) || isSame(date, as)) plan.kept.push({ date, as });
    else plan.moved.push({ date, to: as });
  };
  const strays = dates.filter((date) => {
    const as = date.seriesStart === null ? undefined : free.get(date.seriesStart);
    if (as) place(date, as);
    return !as;
  });
  for (const date of strays) {
    const as = nearest(date, [...free.values()]);
    if (as) place(date, as);
    else if (!date.hasBegun) plan[isFixed(date) ? 'leftAlone' : 'withdrawn'].push(date);
  }
  return { ...plan, made: [...free.values()] };
}

/** Whether a date stays as it is, whatever becomes of its series. */
export const isFixed = ({ isByHand, isCancelled, hasBegun }: DateAhead): boolean => isByHand || isCancelled || hasBegun;

/** Whether a plan changes nothing. */
export const isIdle = ({ moved, withdrawn, made }: RhythmPlan): boolean =>
  moved.length + withdrawn.length + made.length === 0;

/** What a plan does, in a word: two plans that do the same to the same dates have the same mark. */
export const markOf = ({ moved, withdrawn, made }: RhythmPlan): string =>
  [
    ...moved.map(({ date, to }) => `${date.id}>${to.startsLocal}/${to.endsLocal}/${to.zone}`),
    ...withdrawn.map(({ id }) => `${id}x`),
    `${made.length}+${made[0]?.startsLocal ?? ''}`,
  ].join(' ');

const isSame = (date: Occasion, as: Occasion) =>
  date.startsLocal === as.startsLocal && date.endsLocal === as.endsLocal && date.zone === as.zone;

/**
 * The occasion that a date can stand for: within a week, or on its very day when it was announced on its own. One that has
 * begun stands for the day that its rhythm gave it.
 */
function nearest(date: DateAhead, occasions: readonly Occasion[]): Occasion | undefined {
  const most = date.seriesStart === null || date.hasBegun ? 0 : MOST_DAYS_MOVED;
  const day = dayOf((date.hasBegun && date.seriesStart) || date.startsLocal);
  return occasions
    .map((occasion) => ({ occasion, days: Math.abs(daysBetween(day, dayOf(occasion.startsLocal))) }))
    .filter(({ days }) => days <= most)
    .sort((one, other) => one.days - other.days)[0]?.occasion;
}

const dayOf = (local: string): string => local.slice(0, 10);
