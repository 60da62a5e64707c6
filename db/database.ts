import type { Column, SQL } from 'drizzle-orm';
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables.ts';

type Queryable = Pick<
  BaseSQLiteDatabase<'async', unknown>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
>;

/** How many hits are ranked: what stands beyond them nobody reads. */
export const MOST_RANKED = 400;

interface Common {
  tables: Tables;
  /**
   * The full-text index as a sub-query: `number`, `kind`, `circle` and `subject_id` of each search entry that holds every
   * word (or a longer word that starts with it, or another of its spellings), and `rank`, where smaller is better.
   *
   * @param words at least one, as `foldWords` makes them: lower case letters and digits only.
   */
  wordHits(words: readonly string[]): SQL;
  /**
   * The same for what is shown best first: at most `MOST_RANKED` of the newest hits and as many of the newest that have
   * every word in their title, each once, so that ranking costs no more when there are thousands.
   *
   * @param which a condition on the columns of `search_entries`.
   */
  bestHits(words: readonly string[], which: SQL): SQL;
  /**
   * Which search entries hold which of these words, as a sub-query with two columns, `number` and `word`; of each word at
   * most so many entries, in no order.
   *
   * @param words at least one, as `foldWords` makes them.
   */
  wordHolders(words: readonly string[], most: number): SQL;
  /** Whether a column holds one of the words in a list that a kept query is given by this name: however long, one text. */
  isAmong(column: Column, name: string): SQL;
}

/** Reads only: it has no insert, update or delete to call. */
export type Reader = Pick<Queryable, 'select' | 'selectDistinct' | '$count'> & Common;

/** One open write. It has no transaction(), .get(), .all() or .run(): both engines share only these verbs. */
export type Writer = Queryable & Common;

/** Knows what was read, and whether it would come out the same now. */
export interface Watch {
  /** Notes what `work` reads. Under another watch, that one notes all that this one ever did. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Whether nothing that was read has been written since, by this process or another: as far as `work` has come, when it
   * is still going on. Cheap enough to ask on every request.
   */
  isCurrent(): boolean | Promise<boolean>;
}

export interface Database {
  /** Never waits for a writer. */
  read: Reader;
  /** Runs `work` as if writes ran one after another: all of it or nothing. It may run twice, so only `tx` may be touched. */
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>;
  /** Watches what is read from here on. */
  watch(): Watch;
  close(): Promise<void>;
}

/** A database that cannot be used, in one sentence that says what to do. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
}

/** A write that names a record which is not there, or not there any more. */
export class MissingReference extends Error {
  override name = 'MissingReference';
}
