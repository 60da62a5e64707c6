import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Client from 'better-sqlite3';
import { type Column, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { type Database, DatabaseProblem, MOST_RANKED, type Reader, type Writer } from '../database.ts';
import { migrationsOf, refuseNewer } from '../migrations.ts';
import { oncePerTurn } from '../once-per-turn.ts';
import { spellingsOf } from '../spellings.ts';
import { openWriteQueue } from '../write-queue.ts';
import { openCheckpoints } from './checkpoints.ts';
import { keepStatements } from './statements.ts';
import { tables } from './tables.ts';
import { openTouchedTables } from './touched-tables.ts';
import { sentenced, transactions } from './transactions.ts';
import { openWatches } from './watches.ts';

const casing = 'snake_case';

/** The pages after which a commit copies the log itself, should the thread that does it have failed. */
const LARGE_LOG = 20_000;

/** What each connection keeps in memory. The rest of a large write goes to the log at once: its commit has little left. */
const CACHE_KB = 4000;

/** Opens (or makes) the SQLite file, brings it up to date, and keeps one connection to read and one to write. */
export function openSqlite(file: string): Database {
  const writing = orProblem(file, () => prepareFile(file));
  const reading = new Client(file, { readonly: true });
  reading.pragma(`cache_size = -${CACHE_KB}`);
  const others = writing.prepare('pragma data_version').pluck(); // its own writes leave it as it is
  const othersMark = oncePerTurn(() => others.get() as number);
  const { watch, reads, writes, committed } = openWatches(openTouchedTables(reading), othersMark);
  const common = { tables, wordHits, bestHits, wordHolders, isAmong };
  const tx = Object.assign(drizzle(keepStatements(writing, writes), { casing }), common) as unknown as Writer;
  const read = Object.assign(drizzle(keepStatements(reading, reads), { casing }), common) as unknown as Reader;
  const checkpoints = openCheckpoints(file);
  const transact = transactions(writing, tx, () => {
    committed();
    checkpoints.wake();
  });
  const queue = openWriteQueue(transact, sentenced);
  return {
    read,
    write: queue.write,
    watch,
    async close() {
      await queue.idle();
      await checkpoints.close();
      reading.close();
      writing.close();
    },
  };
}

function prepareFile(file: string) {
  const migrationsFolder = migrationsOf('sqlite');
  if (existsSync(file)) refuseNewer(newestMigration(file), migrationsFolder);
  else mkdirSync(dirname(file), { recursive: true });
  const client = connect(file);
  migrate(drizzle(client, { casing }), { migrationsFolder });
  client.pragma('busy_timeout = 0'); // from here on the write queue does the waiting
  client.pragma(`wal_autocheckpoint = ${LARGE_LOG}`);
  client.pragma(`cache_size = -${CACHE_KB}`);
  return client;
}

/** busy_timeout comes first: switching to WAL may itself have to wait. */
function connect(file: string) {
  const client = new Client(file);
  client.pragma('busy_timeout = 5000');
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  return client;
}

function newestMigration(file: string): number | undefined {
  const client = new Client(file, { readonly: true });
  try {
    const known = client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
    return known
      ? (client.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number)
      : undefined;
  } finally {
    client.close();
  }
}

function bestHits(words: readonly string[], which: SQL): SQL {
  const query = matching(words);
  const newest = (match: string) =>
    sql`select * from (select search_entries.number, bm25(search_index, 8.0, 1.0) as rank from search_index cross join ${narrowEntries} where search_index match ${match} and search_entries.number = search_index.rowid and ${which} order by search_index.rowid desc limit ${MOST_RANKED})`;
  return sql`(select number, min(rank) as rank from (${newest(query)} union all ${newest(`title_words : (${query})`)}) group by number)`;
}

/** SQLite would take the wide rows, found by their number at once: with thousands of hits more than it keeps in memory. */
const narrowEntries = sql.raw('search_entries indexed by search_entries_by_number');

const matching = (words: readonly string[]) => words.map((word) => `(${anySpelling(word)})`).join(' AND ');

const anySpelling = (word: string) => spellingsOf(word).map(startingWith).join(' OR ');

const startingWith = (spelling: string) => `"${spelling}"*`;

/** The circle has a sign, too: without it each hit would be looked up once for each circle. */
function wordHits(words: readonly string[]): SQL {
  const query = matching(words);
  return sql`(select search_entries.number, search_entries.kind, +search_entries.circle as circle, search_entries.subject_id, bm25(search_index, 8.0, 1.0) as rank from search_index cross join ${narrowEntries} where search_index match ${query} and search_entries.number = search_index.rowid)`;
}

function wordHolders(words: readonly string[], most: number): SQL {
  const holdersOf = (word: string) =>
    sql`select * from (select rowid as number, ${word} as word from search_index where search_index match ${`"${word}"`} limit ${most})`;
  return sql`(${sql.join(words.map(holdersOf), sql` union all `)})`;
}

function isAmong(column: Column, name: string): SQL {
  return sql`${column} in (select value from json_each(${sql.param(sql.placeholder(name), JSON_LIST)}))`;
}

const JSON_LIST = { mapToDriverValue: (words: unknown) => JSON.stringify(words) };

function orProblem<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem(
      `The database ${file} cannot be opened (${reason}). Check that it is a Teacake database and that this account may write to its folder.`,
    );
  }
}
