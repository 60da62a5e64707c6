import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

/** What came of a channel, as far as this viewer may read it, the newest first. */
export function listResults(read: Reader, viewer: Viewer, channelId: string, most: number) {
  const { channelResults } = read.tables;
  const { resultOn, words, benefits, circle } = channelResults;
  return read
    .select({ resultOn, words, benefits, circle })
    .from(channelResults)
    .where(and(eq(channelResults.channelId, channelId), inArray(circle, [...viewer.circles])))
    .orderBy(desc(resultOn))
    .limit(most);
}

export type Result = Awaited<ReturnType<typeof listResults>>[number];
