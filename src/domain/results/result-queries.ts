import { and, desc, eq, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Viewer } from '../people/viewer.ts';

/** What came of a channel, as far as this viewer may read it, the newest first. */
export const listResults = (read: Reader, viewer: Viewer, channelId: string, most: number) =>
  resultsOf(read, { channelId, circles: viewer.circles, most });

const resultsOf = keepQuery((read: Reader) => {
  const { channelResults } = read.tables;
  const { channelId, resultOn, words, benefits, circle } = channelResults;
  return read
    .select({ resultOn, words, benefits, circle })
    .from(channelResults)
    .where(and(eq(channelId, blank('channelId', channelId)), read.isAmong(circle, 'circles')))
    .orderBy(desc(resultOn))
    .limit(sql.placeholder('most'));
});

export type Result = Awaited<ReturnType<typeof listResults>>[number];
