import { Temporal } from 'temporal-polyfill';
import type { Tables } from '#db/tables.ts';

/** The weeks before an election, in which words from outside the staff wait. */
export type ElectionPeriod = Tables['electionPeriods']['$inferSelect'];

/** The first moment of a period and the first after it: its days are whole ones, by the clock on the wall. */
export const momentsOf = ({ startsOn, endsOn, zone }: Pick<ElectionPeriod, 'startsOn' | 'endsOn' | 'zone'>) => ({
  startsAt: startOf(Temporal.PlainDate.from(startsOn), zone),
  endsAt: startOf(Temporal.PlainDate.from(endsOn).add({ days: 1 }), zone),
});

const startOf = (day: Temporal.PlainDate, zone: string) => new Date(day.toZonedDateTime(zone).epochMilliseconds);

export type PeriodState = 'ahead' | 'running' | 'over' | 'ended-early';

export function stateOf({ startsAt, endsAt, endedAt }: ElectionPeriod, now: Date): PeriodState {
  if (endedAt) return 'ended-early';
  if (now < startsAt) return 'ahead';
  return now < endsAt ? 'running' : 'over';
}
