import { badgeWords } from '#domain/time/date-words.ts';
import { allOf, type WidenedDate } from '#domain/widening/widening-rules.ts';

/** One drawing for a desk, one for a phone: text in a picture that shrinks would shrink with it. */
export interface Drawing {
  name: string;
  width: number;
  textSize: number;
  /** Only the latest dates fit. */
  most: number;
}

export const DRAWINGS: readonly Drawing[] = [
  { name: 'wide', width: 960, textSize: 15, most: 18 },
  { name: 'narrow', width: 340, textSize: 13, most: 8 },
];

export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  kind: string;
}

interface Words {
  x: number;
  y: number;
  text: string;
}

const STACK_HEIGHT = 150;
const ROW_HEIGHT = 44;
const TITLE_HEIGHT = 34;
const BAR_SHARE = 0.62;

const ROWS = [
  { kind: 'first', title: 'People whose first time it was', of: (date: WidenedDate) => date.firstTimers },
  { kind: 'units', title: 'Units at the table', of: (date: WidenedDate) => date.units },
  { kind: 'pairs', title: 'Pairs of units that met for the first time', of: (date: WidenedDate) => date.newPairs },
] as const;

/**
 * Where everything of one drawing stands: who came, stacked, and below it a row for each other number, date by date.
 *
 * @param allUnits how many units could have been at the table.
 */
export function layColumns(all: readonly WidenedDate[], allUnits: number, { width, textSize, most }: Drawing) {
  const dates = all.slice(-most);
  const step = width / Math.max(dates.length, 1);
  const highest = Math.max(1, ...dates.map(({ heads }) => (heads ? allOf(heads) : 0)));
  const room = { step, textSize, bar: Math.min(step * BAR_SHARE, 56) };
  const floor = TITLE_HEIGHT + STACK_HEIGHT + textSize;
  const rows = ROWS.map((row, at) => layRow(dates, row, floor + TITLE_HEIGHT + at * (ROW_HEIGHT + TITLE_HEIGHT), room));
  const foot = floor + ROWS.length * (ROW_HEIGHT + TITLE_HEIGHT) + textSize * 2.4;
  return {
    ...{ width, height: Math.ceil(foot), textSize },
    bars: [
      ...dates.flatMap((date, at) => layStack(date, at, { ...room, floor, highest })),
      ...rows.flatMap(({ bars }) => bars),
    ],
    numbers: [
      ...dates.flatMap((date, at) => layTotal(date, at, { ...room, floor, highest })),
      ...rows.flatMap(({ numbers }) => numbers),
    ],
    titles: [{ x: 0, y: textSize, text: 'Who came' }, ...rows.map(({ title }) => sayOf(title, allUnits))],
    days: dates.flatMap((date, at) =>
      layDay(date, dates[at - 1], { x: middle(at, room), y: foot - textSize * 1.3, textSize }),
    ),
  };
}

interface Room {
  step: number;
  bar: number;
  textSize: number;
}

interface Stack extends Room {
  /** Where the bars stand, and how many people the highest of them is. */
  floor: number;
  highest: number;
}

/** A row that counts units says out of how many. */
const sayOf = ({ isOfAll, ...title }: Words & { isOfAll: boolean }, all: number): Words =>
  isOfAll && all > 0 ? { ...title, text: `${title.text}, of ${all}` } : title;

const middle = (at: number, { step }: Room) => round((at + 0.5) * step);
const round = (number: number) => Math.round(number * 10) / 10;

/** Staff at the bottom, then partners, then the town. */
function layStack({ heads }: WidenedDate, at: number, room: Stack): Bar[] {
  if (!heads) return [];
  let below = 0;
  return (['staff', 'partners', 'public'] as const).flatMap((kind) => {
    const height = (heads[kind] / room.highest) * STACK_HEIGHT;
    below += height;
    return height > 0 ? [barAt(at, room, { kind, y: room.floor - below, height })] : [];
  });
}

function layTotal({ heads }: WidenedDate, at: number, room: Stack): Words[] {
  const height = heads ? (allOf(heads) / room.highest) * STACK_HEIGHT : 0;
  return [{ x: middle(at, room), y: round(room.floor - height - 5), text: heads ? String(allOf(heads)) : '–' }];
}

function layRow(dates: readonly WidenedDate[], { kind, title, of }: (typeof ROWS)[number], top: number, room: Room) {
  const highest = Math.max(1, ...dates.map((date) => of(date) ?? 0));
  const floor = top + ROW_HEIGHT;
  const heightOf = (date: WidenedDate) => ((of(date) ?? 0) / highest) * (ROW_HEIGHT - 1.4 * room.textSize);
  return {
    title: { x: 0, y: top - 6, text: title, isOfAll: kind === 'units' },
    bars: dates.flatMap((date, at) =>
      of(date) ? [barAt(at, room, { kind, y: floor - heightOf(date), height: heightOf(date) })] : [],
    ),
    numbers: dates.map((date, at) => ({
      ...{ x: middle(at, room), y: round(floor - heightOf(date) - 4) },
      text: String(of(date) ?? '–'),
    })),
  };
}

const barAt = (at: number, room: Room, { kind, y, height }: Pick<Bar, 'kind' | 'y' | 'height'>): Bar => ({
  ...{ kind, x: round(middle(at, room) - room.bar / 2), y: round(y), width: round(room.bar), height: round(height) },
});

/** The month, and the year where it changes. */
function layDay(
  date: WidenedDate,
  before: WidenedDate | undefined,
  { x, y, textSize }: { x: number; y: number; textSize: number },
): Words[] {
  const { month, year } = badgeWords(date.startsLocal);
  const isNewYear = !before || badgeWords(before.startsLocal).year !== year;
  return [{ x, y, text: month }, ...(isNewYear ? [{ x, y: y + textSize * 1.2, text: year }] : [])];
}
