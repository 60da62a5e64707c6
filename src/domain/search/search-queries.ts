import { asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { type EntryKind, queryWords } from './search-rules.ts';

export const RESULTS_PER_PAGE = 20;

export interface Result {
  kind: EntryKind;
  path: string;
  title: string;
  body: string;
}

/**
 * What a viewer finds, best first, twenty to a page. What they may not see is neither found nor counted, and a query
 * without a word in it finds nothing.
 *
 * @param page counts from 1.
 */
export async function searchEverything(
  read: Reader,
  viewer: Viewer,
  query: string,
  page: number,
): Promise<{ results: Result[]; total: number }> {
  const words = queryWords(query);
  if (words.length === 0) return { results: [], total: 0 };
  const { searchEntries } = read.tables;
  const hits = sql`${read.wordHits(words)} as hits`;
  const isHit = eq(searchEntries.number, sql`hits.number`);
  const mayBeSeen = inArray(searchEntries.circle, [...viewer.circles]);
  const { kind, path, title, body } = searchEntries;
  const [results, [counted]] = await Promise.all([
    read
      .select({ kind, path, title, body })
      .from(searchEntries)
      .innerJoin(hits, isHit)
      .where(mayBeSeen)
      .orderBy(sql`hits.rank`, asc(searchEntries.number))
      .limit(RESULTS_PER_PAGE)
      .offset((page - 1) * RESULTS_PER_PAGE),
    read.select({ total: count() }).from(searchEntries).innerJoin(hits, isHit).where(mayBeSeen),
  ]);
  return { results, total: counted?.total ?? 0 };
}
