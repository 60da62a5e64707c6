import { type Column, type SQL, sql } from 'drizzle-orm';
import { MissingReference, MOST_RANKED } from '../database.ts';
import { spellingsOf } from '../spellings.ts';
import { tables } from './tables.ts';

/** What reading and writing share on PostgreSQL, whichever client carries it. */
export const common = { tables, wordHits, bestHits, wordHolders, isAmong };

/** Two writes that PostgreSQL could not put one after the other. */
const CONFLICTS = new Set(['40001', '40P01']);
const FOREIGN_KEY = '23503';
const MOST_TRIES = 40;

function wordHits(words: readonly string[]): SQL {
  const query = matching(words);
  return sql`(select number, kind, circle, subject_id, -ts_rank(search_index, to_tsquery('simple', ${query})) as rank from search_entries where search_index @@ to_tsquery('simple', ${query}))`;
}

function bestHits(words: readonly string[], which: SQL): SQL {
  const all = matching(words);
  const inTitle = matching(words, 'A');
  const newest = (query: string) =>
    sql`(select number, -ts_rank(search_index, to_tsquery('simple', ${all})) as rank from search_entries where search_index @@ to_tsquery('simple', ${query}) and ${which} order by number desc limit ${MOST_RANKED})`;
  return sql`(select number, rank from (${newest(all)} union ${newest(inTitle)}) as newest)`;
}

function matching(words: readonly string[], weight: 'A' | '' = ''): string {
  const next = weight ? `:${weight} <-> ` : ' <-> ';
  const phrase = (spelling: string) => `${spelling.replace(' ', next)}:*${weight}`;
  return words.map((word) => `(${spellingsOf(word).map(phrase).join(' | ')})`).join(' & ');
}

function wordHolders(words: readonly string[], most: number): SQL {
  const holdersOf = (word: string) =>
    sql`(select number, ${word}::text as word from search_entries where search_index @@ to_tsquery('simple', ${word}) limit ${most})`;
  return sql`(${sql.join(words.map(holdersOf), sql` union all `)})`;
}

function isAmong(column: Column, name: string): SQL {
  return sql`${column} = any(${sql.placeholder(name)})`;
}

/** Runs a serializable transaction again when another one got in its way. */
export async function retryConflicts<T>(transact: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transact();
    } catch (error) {
      if (sqlState(error) === FOREIGN_KEY) throw new MissingReference('a reference is missing', { cause: error });
      if (!CONFLICTS.has(sqlState(error)) || tries === MOST_TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, Math.random() * 5 * tries));
    }
  }
}

/** Drizzle wraps the driver's error; the code is on the innermost. */
function sqlState(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return String(at.code);
  return '';
}
