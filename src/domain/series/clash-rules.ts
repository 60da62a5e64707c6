import type { Holidays } from './holiday-rules.ts';
import { isDuring } from './host-term-rules.ts';

/** Why a day may be a bad one. It is said, never forbidden. */
export type Clash =
  | { kind: 'holiday'; name: string }
  | { kind: 'meetup'; title: string; slug: string }
  | { kind: 'away'; everybody: 'host' | 'hosts' };

/** A day that somebody thinks of, as `YYYY-MM-DD`, and who would host. */
export interface PlannedDay {
  day: string;
  hostIds: readonly string[];
}

interface Surroundings {
  holidays: Holidays;
  meetups: readonly { day: string; title: string; slug: string }[];
  absences: readonly { personId: string; fromOn: string; untilOn: string }[];
}

/** What a day would clash with: a bank holiday, other meetups, all its hosts away. */
export function clashesOn({ day, hostIds }: PlannedDay, { holidays, meetups, absences }: Surroundings): Clash[] {
  const name = holidays.get(day);
  const isAway = (id: string) => absences.some((absence) => absence.personId === id && isDuring(absence, day));
  return [
    ...(name ? [{ kind: 'holiday' as const, name }] : []),
    ...meetups
      .filter((meetup) => meetup.day === day)
      .map(({ title, slug }) => ({ kind: 'meetup' as const, title, slug })),
    ...(hostIds.length > 0 && hostIds.every(isAway)
      ? [{ kind: 'away' as const, everybody: hostIds.length > 1 ? ('hosts' as const) : ('host' as const) }]
      : []),
  ];
}
