import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { MOST_RANKED, type Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { type EntryKind, queryWords } from './search-rules.ts';

export const RESULTS_PER_PAGE = 20;

/** From so many on there may be more than are listed. */
export const MOST_LISTED = MOST_RANKED;

export interface Result {
  kind: EntryKind;
  path: string;
  title: string;
  body: string;
}

/**
 * What a viewer finds, best first, twenty to a page. What they may not see is neither found nor counted, and a query
 * without a word in it finds nothing. Of many hits some hundred are ranked and listed: `total` is how many those are.
 *
 * @param page counts from 1; beyond the last one nothing is found.
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
  const { kind, path, title, body, number } = searchEntries;
  const hits = sql`${read.bestHits(words, inArray(searchEntries.circle, [...viewer.circles]))} as hits`;
  const onPage = sql`(select number as hit, rank, count(*) over () as total from ${hits} order by rank, number limit ${RESULTS_PER_PAGE} offset ${(page - 1) * RESULTS_PER_PAGE}) as on_page`;
  const rows = await read
    .select({ kind, path, title, body, total: sql<number>`on_page.total`.mapWith(Number) })
    .from(searchEntries)
    .innerJoin(onPage, eq(number, sql`on_page.hit`))
    .orderBy(sql`on_page.rank`, asc(number));
  return { results: rows.map(({ total, ...result }) => result), total: rows[0]?.total ?? 0 };
}

/** The most addresses a sitemap may hold (sitemaps.org). */
const MOST_PATHS = 50_000;

/** The addresses of everything that everyone may read, people aside: for crawlers. Notes stand on the page of their meetup. */
export async function listPublicPaths(read: Reader): Promise<string[]> {
  const { searchEntries } = read.tables;
  const rows = await read
    .select({ path: searchEntries.path })
    .from(searchEntries)
    .where(and(eq(searchEntries.circle, 'public'), notInArray(searchEntries.kind, ['person', 'notes'])))
    .orderBy(asc(searchEntries.number))
    .limit(MOST_PATHS);
  return rows.map(({ path }) => path);
}
