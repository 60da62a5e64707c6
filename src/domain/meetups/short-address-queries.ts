import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { readShortNumber } from './short-address-rules.ts';

/** The slug of the meetup with the number that stands in a short address, if this viewer may see it. */
export async function findSlugOfNumber(read: Reader, viewer: Viewer, typed: string): Promise<string | undefined> {
  const number = readShortNumber(typed);
  if (number === undefined) return undefined;
  const { meetups } = read.tables;
  const [found] = await read
    .select({ slug: meetups.slug })
    .from(meetups)
    .where(and(eq(meetups.number, number), inArray(meetups.circle, [...viewer.circles])));
  return found?.slug;
}
