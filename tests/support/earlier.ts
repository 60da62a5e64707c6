import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { migrate as migrateSqlite } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { describe, inject, onTestFinished } from 'vitest';
import type { Database } from '#db/database.ts';
import { migrationsOf } from '#db/migrations.ts';
import { openPostgres } from '#db/postgres/open.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { makeDatabase } from './postgres-server.ts';

/** How an engine writes a moment, given in ISO 8601, and no, in SQL. */
interface Spelling {
  at(iso: string): string;
  no: string;
}

/** A database as it was before a migration, with rows of that time. */
interface Earlier {
  /** The name of the migration, as in `0007_names-become-series`. */
  before: string;
  rows(spelling: Spelling): string;
}

/** Runs the same tests on a database of an earlier version of each engine, which `open` brings up to date. */
export function forEachEarlier(earlier: Earlier, tests: (open: () => Promise<Database>) => void) {
  describe('on SQLite', () => tests(() => openEarlierSqlite(earlier)));
  describe('on PostgreSQL', () => tests(() => openEarlierPostgres(earlier)));
}

async function openEarlierSqlite({ before, rows }: Earlier): Promise<Database> {
  const file = join(folder(), 'old.db');
  const client = new Client(file);
  client.pragma('foreign_keys = ON');
  migrateSqlite(drizzleSqlite(client), { migrationsFolder: migrationsBefore(before, 'sqlite') });
  client.exec(rows({ at: (iso) => String(Date.parse(iso)), no: '0' }));
  client.close();
  return openSqlite(file);
}

async function openEarlierPostgres({ before, rows }: Earlier): Promise<Database> {
  const url = await makeDatabase(inject('postgresUrl'), `before_${before.replaceAll('-', '_')}`);
  const client = new pg.Client(url);
  await client.connect();
  await migratePostgres(drizzlePostgres(client), { migrationsFolder: migrationsBefore(before, 'postgres') });
  await client.query(rows({ at: (iso) => `'${iso}'`, no: 'false' }));
  await client.end();
  return openPostgres(url);
}

function migrationsBefore(name: string, engine: 'sqlite' | 'postgres'): string {
  const copy = folder();
  cpSync(migrationsOf(engine), copy, { recursive: true });
  const file = join(copy, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
  const entries = journal.entries.slice(
    0,
    journal.entries.findIndex(({ tag }) => tag === name),
  );
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return copy;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'teacake-earlier-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}
