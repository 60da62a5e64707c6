import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '#db/postgres/open.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { makeDatabase, openPostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** An empty, migrated SQLite file. */
    sqliteBase: string;
    /** A PostgreSQL server with such a database by the name of `POSTGRES_BASE`. */
    postgresUrl: string;
  }
}

export const POSTGRES_BASE = 'base';

/** Migrates each engine once for the whole run: every test starts from a copy. */
export default async function prepareBases(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-bases-'));
  const sqliteBase = join(folder, 'base.db');
  await openSqlite(sqliteBase).close();
  const server = await openPostgresServer();
  const base = await openPostgres(await makeDatabase(server.url, POSTGRES_BASE));
  await base.close();
  project.provide('sqliteBase', sqliteBase);
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  };
}
