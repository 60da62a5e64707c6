import { type Circle, circlesSeenBy } from '../people/viewer.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';
import type { MeetupTimes } from './meetup-time-rules.ts';

export const MOST_TOPICS = 3;

/** What a first-level heading in a description becomes, so that the page has one outline. */
export const LEVEL_IN_DESCRIPTION = 2;

/** Words that pages use: `/meetups/new` is the page for making one. */
const RESERVED = ['new'];

/** The nth slug to try for a title: `spring-cafe`, `spring-cafe-2` … */
export function meetupSlug(title: string, n: number): string {
  const slug = slugOf(title);
  return nthSlug(RESERVED.includes(slug) ? `${slug}-meetup` : slug, n);
}

/** Whether people who are coming would be at the wrong place or time if nobody told them. */
export const hasMoved = (
  before: MeetupTimes & { venueId: string },
  after: MeetupTimes & { venueId: string },
): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.zone !== after.zone ||
  before.venueId !== after.venueId;

/** Hosts are staff or partners who may see the meetup themselves. */
export const mayHost = (person: { circle: Circle }, circle: Circle): boolean =>
  person.circle !== 'public' && circlesSeenBy(person.circle).includes(circle);
