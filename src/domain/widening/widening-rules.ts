import type { Circle } from '../people/viewer.ts';

/** A date of a series that took place. */
export interface HeldDate {
  id: string;
  slug: string;
  title: string;
  startsLocal: string;
  /** As its hosts counted when they closed it; null when nobody did. */
  counted: Heads | null;
}

export interface Heads {
  staff: number;
  partners: number;
  public: number;
}

/** How many came to a date from one unit and circle, as the door says. */
export interface ArrivalSum {
  meetupId: string;
  circle: Circle;
  unitId: string | null;
  isFirstTime: boolean;
  people: number;
}

/** What is shown of a date: numbers only. Null: nobody counted that. */
export interface WidenedDate {
  slug: string;
  title: string;
  startsLocal: string;
  heads: Heads | null;
  firstTimers: number | null;
  /** Units of which somebody was there. */
  units: number | null;
  /** Pairs of units that had not been at the same date before. */
  newPairs: number | null;
}

/** A unit of fewer people is never named: to say that it was missing would be to say that of a person. */
export const FEWEST_TO_NAME = 5;

/** What each date of a series added to the circle. A count by the hosts goes before that of the door, which it mends. */
export function widen(dates: readonly HeldDate[], arrivals: readonly ArrivalSum[]): WidenedDate[] {
  const byDate = Map.groupBy(arrivals, ({ meetupId }) => meetupId);
  const met = new Set<string>();
  return dates.map(({ id, counted, ...date }) => {
    const came = byDate.get(id);
    if (!came) return { ...date, heads: counted, firstTimers: null, units: null, newPairs: null };
    const units = unitsAmong(came);
    return {
      ...date,
      heads: counted ?? headsOf(came),
      firstTimers: peopleAmong(came, ({ isFirstTime }) => isFirstTime),
      units: units.length,
      newPairs: addPairs(met, units),
    };
  });
}

/** The circle before and now, as the dates that somebody counted tell it; undefined when they are too few to compare. */
export function compareHalves(dates: readonly WidenedDate[]) {
  const counted = dates.filter(({ heads }) => heads !== null);
  if (counted.length < 4) return undefined;
  const half = Math.floor(counted.length / 2);
  return { before: shareOutside(counted.slice(0, half)), since: shareOutside(counted.slice(-half)), dates: half };
}

/** Units with enough people to be named, of which nobody was at any of these dates. */
export const missingUnits = (
  units: readonly { id: string; name: string; people: number }[],
  arrivals: readonly ArrivalSum[],
): string[] => {
  const present = new Set(unitsAmong(arrivals));
  return units.filter(({ id, people }) => people >= FEWEST_TO_NAME && !present.has(id)).map(({ name }) => name);
};

/** Units of which somebody was there. */
export const unitsAmong = (arrivals: readonly ArrivalSum[]): string[] =>
  [...new Set(arrivals.flatMap(({ unitId }) => unitId ?? []))].sort();

export const allOf = ({ staff, partners, public: residents }: Heads): number => staff + partners + residents;

/** People from partners and the town, in a hundred. */
function shareOutside(dates: readonly WidenedDate[]): number {
  const heads = dates.flatMap((date) => date.heads ?? []);
  const all = heads.reduce((sum, one) => sum + allOf(one), 0);
  const outside = heads.reduce((sum, one) => sum + one.partners + one.public, 0);
  return all === 0 ? 0 : Math.round((outside / all) * 100);
}

const headsOf = (came: readonly ArrivalSum[]): Heads => ({
  staff: peopleAmong(came, ({ circle }) => circle === 'staff'),
  partners: peopleAmong(came, ({ circle }) => circle === 'partner'),
  public: peopleAmong(came, ({ circle }) => circle === 'public'),
});

const peopleAmong = (came: readonly ArrivalSum[], which: (sum: ArrivalSum) => boolean): number =>
  came.filter(which).reduce((sum, { people }) => sum + people, 0);

/** Notes every pair of these units as met. @returns how many had not met before. */
function addPairs(met: Set<string>, units: readonly string[]): number {
  const before = met.size;
  for (const [at, one] of units.entries()) for (const other of units.slice(at + 1)) met.add(`${one} ${other}`);
  return met.size - before;
}
