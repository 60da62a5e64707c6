import { nthSlug, slugOf } from '../slugs/slug-rules.ts';

/** Followers hear of a date this long before it: dates are made a year ahead, and nobody wants twelve letters at once. */
export const OPENS_WEEKS_BEFORE = 8;
const WEEK = 7 * 86_400_000;
/** When a place that somebody has for every date is given up, unless they say that it is still right. */
const CONFIRMED_WEEKS_BEFORE = 1;
const LEAST_TO_CONFIRM = 2 * 86_400_000;

/** Words that pages use: `/series/new` is the page for making one. */
const RESERVED = ['new'];

/** The nth slug to try for a name. */
export function seriesSlug(name: string, n: number): string {
  const slug = slugOf(name);
  return nthSlug(RESERVED.includes(slug) ? `${slug}-series` : slug, n);
}

/** When the followers of a series are told of a date. */
export const opensAt = (startsAt: Date): Date => new Date(startsAt.getTime() - OPENS_WEEKS_BEFORE * WEEK);

/** Until when the place of somebody who comes to every date waits to be confirmed: a week before, and two days at least. */
export function confirmBy(startsAt: Date, now: Date): Date {
  const wanted = Math.max(startsAt.getTime() - CONFIRMED_WEEKS_BEFORE * WEEK, now.getTime() + LEAST_TO_CONFIRM);
  return new Date(Math.min(wanted, startsAt.getTime()));
}

/** The hosts of a series change it, and any admin. */
export const isSeriesHost = (
  hosts: readonly { personId: string }[],
  viewer: { person: { id: string } | null; isAdmin: boolean },
): boolean => viewer.isAdmin || hosts.some(({ personId }) => personId === viewer.person?.id);
