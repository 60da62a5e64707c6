/** How a try-out went. */
export const RESULTS = ['worked', 'partly', 'did-not'] as const;
export type Result = (typeof RESULTS)[number];

export const RESULT_WORDS: Record<Result, string> = {
  worked: 'It worked',
  partly: 'It partly worked',
  'did-not': 'It did not work',
};

/** One try-out with its result. */
export interface Tried {
  personId: string;
  /** The unit or organisation; null for somebody on their own. */
  placeId: string | null;
  result: Result;
  answeredAt: Date;
}

/** The same as a viewer may see it. */
export interface ShownTryOut extends Tried {
  difference: string;
  /** Empty for somebody on their own. */
  place: string;
  /** Empty when the viewer may not know it. */
  name: string;
}

/** What a lesson's page says about try-outs. */
export interface LessonTryOuts {
  tried: ShownTryOut[];
  /** How many have said that they try it, and not yet how it went. */
  trying: number;
  /** When we ask whoever looks; null when they are not among those. */
  ownAskOn: string | null;
}

export interface Standing {
  standing: number;
  teams: number;
  places: number;
  worked: number;
  partly: number;
  didNot: number;
  triedAt: Date | null;
  freshAt: Date;
}

const MINUTE_MS = 60_000;
const HALF_A_YEAR_MINUTES = 182 * 24 * 60;
/** Worked here too: as much again as partly. What did not work elsewhere is told, and lifts nothing. */
const WORTH: Record<Result, number> = { worked: 2, partly: 1, 'did-not': 0 };

/**
 * How a lesson stands: by the minute at which it was last fresh, moved on by half a year for each doubling of
 * `1 + 2 × teams for whom it worked + teams for whom it partly did`. Since both are times, an order by this number never
 * goes stale. Of a team that tried twice the last time counts.
 *
 * @param fresh when it was published, and each time somebody confirmed it.
 */
export function standingOf(fresh: readonly Date[], tried: readonly Tried[]): Standing {
  const last = new Map([...tried].sort(byTime).map((one) => [one.personId, one]));
  const teams = [...last.values()];
  const triedAt = latest(teams.map(({ answeredAt }) => answeredAt));
  const freshAt = latest([...fresh, ...(triedAt ? [triedAt] : [])]) ?? new Date(0);
  const reuse = teams.reduce((sum, { result }) => sum + WORTH[result], 0);
  const countOf = (result: Result) => teams.filter((one) => one.result === result).length;
  return {
    standing: Math.floor(freshAt.getTime() / MINUTE_MS) + Math.round(HALF_A_YEAR_MINUTES * Math.log2(1 + reuse)),
    teams: teams.length,
    places: new Set(teams.flatMap(({ placeId }) => placeId ?? [])).size,
    worked: countOf('worked'),
    partly: countOf('partly'),
    didNot: countOf('did-not'),
    triedAt,
    freshAt,
  };
}

/** "Tried by 7 teams in 4 units: 5 worked, 1 partly, 1 did not"; empty when nobody has told yet. */
export function sayTried({
  teams,
  places,
  worked,
  partly,
  didNot,
}: Omit<Standing, 'standing' | 'triedAt' | 'freshAt'>) {
  if (teams === 0) return '';
  const where = places > 1 ? ` in ${places} places` : '';
  const results = [
    ...(worked > 0 ? [`${worked} worked`] : []),
    ...(partly > 0 ? [`${partly} partly`] : []),
    ...(didNot > 0 ? [`${didNot} did not`] : []),
  ];
  return `Tried by ${teams === 1 ? 'one team' : `${teams} teams`}${where}: ${results.join(', ')}`;
}

const OLD_MS = 548 * 24 * 60 * MINUTE_MS;

/** What marks a lesson as old, a year and a half after it was last fresh: "Not tried since 2024", "Still true?"; else empty. */
export function sayAge({ triedAt, freshAt }: Pick<Standing, 'triedAt' | 'freshAt'>, now: Date): string {
  if (now.getTime() - freshAt.getTime() < OLD_MS) return '';
  return triedAt ? `Not tried since ${triedAt.getUTCFullYear()}` : 'Still true?';
}

const byTime = (one: Tried, other: Tried) => one.answeredAt.getTime() - other.answeredAt.getTime();

const latest = (moments: readonly Date[]): Date | null =>
  moments.length > 0 ? new Date(Math.max(...moments.map((moment) => moment.getTime()))) : null;
