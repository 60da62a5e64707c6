import { and, asc, count, eq, inArray, isNull, lte, sum } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import type { ArrivalSum, HeldDate } from './widening-rules.ts';

/** The dates of a series that took place, oldest first, as far as this viewer may see them. */
export async function listHeldDates(
  read: Reader,
  { circles }: Viewer,
  seriesId: string,
  now: Date,
): Promise<HeldDate[]> {
  const { meetups, meetupCancellations, attendances } = read.tables;
  const { id, slug, title, startsLocal } = meetups;
  const { staff, partners, public: residents } = attendances;
  const held = and(eq(meetups.seriesId, seriesId), lte(meetups.endsAt, now), isNull(meetupCancellations.meetupId));
  return read
    .select({ ...{ id, slug, title, startsLocal }, counted: { staff, partners, public: residents } })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, id))
    .leftJoin(attendances, eq(attendances.meetupId, id))
    .where(and(held, inArray(meetups.circle, [...circles])))
    .orderBy(asc(meetups.startsAt), asc(id));
}

/** How many came to these dates, by unit and circle: sums, no names. */
export async function sumArrivals(read: Reader, dates: readonly { id: string }[]): Promise<ArrivalSum[]> {
  const { arrivals } = read.tables;
  const { meetupId, circle, unitId, isFirstTime, partySize } = arrivals;
  const ids = dates.map(({ id }) => id);
  return read
    .select({ meetupId, circle, unitId, isFirstTime, people: sum(partySize).mapWith(Number) })
    .from(arrivals)
    .where(inArray(meetupId, ids))
    .groupBy(meetupId, circle, unitId, isFirstTime);
}

/** The units that have people, with how many. */
export function listPeopledUnits(read: Reader) {
  const { units, people } = read.tables;
  return read
    .select({ id: units.id, name: units.name, people: count() })
    .from(units)
    .innerJoin(people, and(eq(people.unitId, units.id), eq(people.circle, 'staff')))
    .groupBy(units.id, units.name)
    .orderBy(asc(units.name));
}
