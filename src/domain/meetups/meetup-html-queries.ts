import { and, asc, gt, ne } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/**
 * Meetups whose HTML another version of the renderer made, in the order of their ids.
 *
 * @param after the last id of the slice before, or an empty text.
 */
export function listStaleMeetups(read: Reader, rendererVersion: number, after: string, most: number) {
  const { meetups } = read.tables;
  return read
    .select({ id: meetups.id, description: meetups.description, updatedAt: meetups.updatedAt })
    .from(meetups)
    .where(and(ne(meetups.rendererVersion, rendererVersion), gt(meetups.id, after)))
    .orderBy(asc(meetups.id))
    .limit(most);
}
