import type { Result } from '#domain/try-outs/standing-rules.ts';

export interface Mark {
  result: Result;
  x: number;
  y: number;
}

export interface Timeline {
  width: number;
  height: number;
  rows: { name: string; y: number }[];
  marks: Mark[];
  years: { year: number; x: number }[];
}

interface Told {
  place: string;
  result: Result;
  answeredAt: Date;
}

/** Narrow enough that its words can be read on a phone; each row has its name above its line. */
const WIDTH = 360;
const EDGE = 10;
const ROW = 46;
const LINE_IN_ROW = 32;
const MOST_ROWS = 12;

/** Try-outs as marks: a row for each place, the place that tried first on top; time runs from publication to the last of them. */
export function layTimeline(tried: readonly Told[], publishedAt: Date): Timeline {
  const told = [...tried].reverse();
  const places = [...new Set(told.map(({ place }) => place || 'Residents'))].slice(0, MOST_ROWS);
  const from = publishedAt.getTime();
  const to = Math.max(...tried.map(({ answeredAt }) => answeredAt.getTime()), from + 1);
  const xOf = (at: number) => Math.round(EDGE + ((at - from) / (to - from)) * (WIDTH - 2 * EDGE));
  const yOf = (row: number) => ROW * row + LINE_IN_ROW;
  const marks = told.flatMap(({ place, result, answeredAt }) => {
    const row = places.indexOf(place || 'Residents');
    return row < 0 ? [] : [{ result, x: xOf(Math.max(answeredAt.getTime(), from)), y: yOf(row) }];
  });
  return {
    ...{ width: WIDTH, height: ROW * places.length + 24, marks },
    rows: places.map((name, row) => ({ name, y: yOf(row) })),
    years: yearsBetween(from, to).map((year) => ({ year, x: xOf(Date.UTC(year, 0, 1)) })),
  };
}

/** The years that begin in a span of time. */
function yearsBetween(from: number, to: number): number[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(to).getUTCFullYear();
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, at) => first + at);
}
