/** What is known of one date: the people who had a place, and who came. */
export interface DateTurnout {
  promised: number;
  /** People with a place who were ticked off at the door; null when nobody was. */
  ticked: number | null;
  /** Everybody who came, as the hosts counted them; null when they did not. */
  counted: number | null;
}

/** How many did not come who had a place, over some dates. */
export interface NoShows {
  dates: number;
  promised: number;
  missing: number;
}

/** Adds up the dates of which it is known who came. A head count takes walk-ins for guests, so it may say too few, never too many. */
export function addUpNoShows(dates: readonly DateTurnout[]): NoShows {
  const known = dates.filter(({ promised, ticked, counted }) => promised > 0 && (ticked ?? counted) !== null);
  const sum = (of: (date: DateTurnout) => number) => known.reduce((total, date) => total + of(date), 0);
  return {
    dates: known.length,
    promised: sum(({ promised }) => promised),
    missing: sum(({ promised, ticked, counted }) => Math.max(0, promised - (ticked ?? counted ?? 0))),
  };
}
