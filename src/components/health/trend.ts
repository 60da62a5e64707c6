import type { FigureKey, NightlyFigure } from '#domain/health/figure-rules.ts';
import { daysBetween } from '#domain/time/day-rules.ts';

export const TREND_WIDTH = 320;
export const TREND_HEIGHT = 96;
/** Room for the thickness of the line. */
const EDGE = 4;

export interface Trend {
  /** The line as an SVG path: it ends where a night was not counted, and begins again after it. */
  line: string;
  /** Nights that stand alone: a line of one point cannot be seen. */
  dots: { x: number; y: number }[];
  highest: number;
}

/** One number over a year that ends on `today`, in a box of `TREND_WIDTH` by `TREND_HEIGHT`, from nothing at the bottom. */
export function layTrend(nights: readonly NightlyFigure[], key: FigureKey, since: string, today: string): Trend {
  const length = daysBetween(since, today) || 1;
  const highest = Math.max(1, ...nights.map((night) => night[key]));
  const points = nights.map((night) => {
    const at = daysBetween(since, night.day);
    const x = round(EDGE + (at / length) * (TREND_WIDTH - 2 * EDGE));
    const y = round(TREND_HEIGHT - EDGE - (night[key] / highest) * (TREND_HEIGHT - 2 * EDGE));
    return { at, x, y };
  });
  const runs = points.reduce<(typeof points)[]>((sofar, point) => {
    const run = sofar.at(-1);
    if (run?.at(-1)?.at === point.at - 1) run.push(point);
    else sofar.push([point]);
    return sofar;
  }, []);
  return {
    line: runs.map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`).join(''),
    dots: runs.flatMap(([only, second]) => (only && !second ? [{ x: only.x, y: only.y }] : [])),
    highest,
  };
}

const round = (number: number) => Math.round(number * 10) / 10;
