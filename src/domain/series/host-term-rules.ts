/** Who keeps a series going, and from which day to which; days as `YYYY-MM-DD`, both included. */
export interface Term {
  personId: string;
  fromOn: string;
  /** Null while no end is set. */
  untilOn: string | null;
}

export const FEWEST_HOSTS = 2;
/** How long before the last host leaves the others are told. */
const WARNED_DAYS_BEFORE = 56;
const DAY = 86_400_000;

/**
 * The two hosts of the nth date: those whose term covers its day take turns; when nobody's does, whoever stays longest
 * stands in, so that every date has somebody to ask.
 */
export function hostsOn(
  terms: readonly Term[],
  day: string,
  nth: number,
): { hostId: string; secondHostId: string | null } | undefined {
  const covering = terms.filter((term) => isDuring(term, day));
  const hosts = covering.length > 0 ? covering : [...terms].sort(byEnd).slice(0, 1);
  const host = hosts[nth % hosts.length];
  const second = hosts[(nth + 1) % hosts.length];
  if (!host || !second) return undefined;
  return { hostId: host.personId, secondHostId: second === host ? null : second.personId };
}

/** The last day on which somebody hosts; null when one of them has no end, or when nobody hosts at all. */
export function lastDayOf(terms: readonly Term[]): string | null {
  const ends = terms.map(({ untilOn }) => untilOn);
  return ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
}

/** When to warn that the last host leaves; null when none of them has said so. */
export function warnAt(terms: readonly Term[]): Date | null {
  const day = lastDayOf(terms);
  return day === null ? null : new Date(Date.parse(day) - WARNED_DAYS_BEFORE * DAY);
}

/** Whether the series is, or soon will be, without a host. */
export const isLosingHosts = (terms: readonly Term[], now: Date): boolean => {
  const at = warnAt(terms);
  return terms.length === 0 || (at !== null && at <= now);
};

/** The terms after one host passes theirs on: theirs ends on `lastDay`, the successor's begins the day after, or is as long as theirs would have been. */
export function passOnTerm(
  terms: readonly Term[],
  { fromId, toId, lastDay }: { fromId: string; toId: string; lastDay: string },
): Term[] {
  const theirs = terms.find(({ personId }) => personId === fromId);
  if (!theirs) return [...terms];
  const ended = { ...theirs, untilOn: lastDay };
  const begun = { personId: toId, fromOn: dayAfter(lastDay), untilOn: theirs.untilOn };
  const hosted = terms.find(({ personId }) => personId === toId);
  const successor = hosted ? { ...hosted, untilOn: laterEnd(hosted.untilOn, begun.untilOn) } : begun;
  const others = terms.filter(({ personId }) => personId !== fromId && personId !== toId);
  return [...(ended.fromOn <= lastDay ? [ended] : []), ...others, successor];
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

const laterEnd = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : [one, other].sort().at(-1)!;

export const isDuring = ({ fromOn, untilOn }: Omit<Term, 'personId'>, day: string): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn);

const byEnd = (one: Term, other: Term) => (other.untilOn ?? '9').localeCompare(one.untilOn ?? '9');
