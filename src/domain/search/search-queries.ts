import { and, asc, count, eq, inArray, notInArray, sql } from 'drizzle-orm';
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
  const { kind, path, title, body, number } = searchEntries;
  const onPage = read
    .select({ hit: sql<number>`${number}`.as('hit'), rank: sql<number>`hits.rank`.as('rank') })
    .from(searchEntries)
    .innerJoin(hits, isHit)
    .where(mayBeSeen)
    .orderBy(sql`hits.rank`, asc(number))
    .limit(RESULTS_PER_PAGE)
    .offset((page - 1) * RESULTS_PER_PAGE)
    .as('on_page');
  const [results, [counted]] = await Promise.all([
    // The texts are fetched for one page only: sorting thousands of them took longer than finding them.
    read
      .select({ kind, path, title, body })
      .from(onPage)
      .innerJoin(searchEntries, eq(number, onPage.hit))
      .orderBy(asc(onPage.rank), asc(number)),
    read.select({ total: count() }).from(searchEntries).innerJoin(hits, isHit).where(mayBeSeen),
  ]);
  return { results, total: counted?.total ?? 0 };
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
