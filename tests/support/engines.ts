import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { Database } from '#db/database.ts';
import { openPostgres } from '#db/postgres/open.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { POSTGRES_BASE } from './global-setup.ts';
import { makeDatabase } from './postgres-server.ts';

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
export const copyBase = (file: string) => copyFileSync(inject('sqliteBase'), file);

/** One PostgreSQL database for all test files of a worker, emptied for each test. */
function postgres(): () => Promise<Database> {
  return async () => {
    const { client, database } = await keptPostgres();
    await empty(client);
    return { ...database, close: async () => {} };
  };
}

const KEY = Symbol.for('teacake.tests.postgres');
const shared = globalThis as { [KEY]?: ReturnType<typeof openBase> };

const keptPostgres = () => {
  shared[KEY] ??= openBase();
  return shared[KEY];
};

async function openBase() {
  const url = await makeDatabase(inject('postgresUrl'), `worker_${process.pid}`, POSTGRES_BASE);
  const client = new pg.Client(url);
  await client.connect();
  return { client, database: await openPostgres(url) };
}

const USED = `select quote_ident(relname) as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0`;

/**
 * Deletes row by row, without asking which rows others lean on: far quicker than truncating. What was not empty is
 * vacuumed, so that rows lie in the order in which they come, as in a new database, and it takes no room any more.
 */
async function empty(client: pg.Client) {
  const tables = (await client.query<{ name: string }>(USED)).rows.map(({ name }) => name);
  const deletes = tables.map((table) => `delete from ${table}`);
  await client.query(['begin', 'set local session_replication_role = replica', ...deletes, 'commit'].join(';'));
  if (tables.length > 0) await client.query(`vacuum ${tables.join(', ')}`);
  await client.query('alter sequence search_entries_number_seq restart');
}
