import { type Column, type SQL, sql } from 'drizzle-orm';
import { MOST_RANKED } from '../database.ts';
import { spellingsOf } from '../spellings.ts';
import { tables } from './tables.ts';

/** What reading and writing share on PostgreSQL, whichever client carries it. */
export const common = { tables, wordHits, bestHits, wordHolders, isAmong };

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
