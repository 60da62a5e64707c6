import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, inject } from 'vitest';
import type { Database } from '#db/database.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { POSTGRES_BASE, SQLITE_BASE } from './global-setup.ts';
import { openPglite } from './pglite.ts';

/** Runs the same tests on SQLite and on PostgreSQL; `open` gives each test an empty, migrated database. */
export function forEachEngine(tests: (open: () => Promise<Database>) => void) {
  describe('on SQLite', () => tests(sqlite()));
  describe('on PostgreSQL', () => tests(postgres()));
}

/** A migrated SQLite file for one test, copied from one base; the returned function makes a new one each time. */
export function sqlite(): () => Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-'));
  const opened: Database[] = [];
  afterAll(async () => {
    for (const database of opened) await database.close().catch(() => {});
    rmSync(folder, { recursive: true });
  });
  return async () => {
    const file = join(folder, `${opened.length}.db`);
    copyBase(file);
    const database = openSqlite(file);
    opened.push(database);
    return database;
  };
}

/** Puts an empty, migrated database at `file`. */
export const copyBase = (file: string) => copyFileSync(join(inject('baseFolder'), SQLITE_BASE), file);

/** Starting PGlite takes about a second even from a copy: one for all test files of a worker, emptied for each test. */
function postgres(): () => Promise<Database> {
  return async () => {
    const { client, database } = await keptPglite();
    const { read, write, watch } = database;
    await empty(client);
    return { read, write, watch, close: async () => {} };
  };
}

const KEY = Symbol.for('teacake.tests.pglite');
const shared = globalThis as { [KEY]?: ReturnType<typeof openBase> };

const keptPglite = () => {
  shared[KEY] ??= openBase();
  return shared[KEY];
};

async function openBase() {
  const client = new PGlite({ loadDataDir: new Blob([readFileSync(join(inject('baseFolder'), POSTGRES_BASE))]) });
  return { client, database: await openPglite(client) };
}

const USED = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`;

/**
 * Deletes row by row, without asking which rows others lean on: far quicker than truncating. What was not empty is
 * vacuumed, so that rows lie in the order in which they come, as in a new database, and it takes no room any more.
 */
async function empty(client: PGlite) {
  const tables = (await client.query<{ name: string }>(USED)).rows.map(({ name }) => name);
  const deletes = tables.map((table) => `delete from ${table}`);
  await client.exec(['begin', 'set local session_replication_role = replica', ...deletes, 'commit'].join(';'));
  if (tables.length > 0) await client.exec(`vacuum ${tables.join(', ')}`);
  await client.exec('alter sequence search_entries_number_seq restart');
}
