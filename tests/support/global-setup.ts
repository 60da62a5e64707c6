import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { openSqlite } from '#db/sqlite/open.ts';
import { openPglite } from './pglite.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with an empty, migrated database of each engine. */
    baseFolder: string;
  }
}

export const SQLITE_BASE = 'base.db';
export const POSTGRES_BASE = 'base.tar';

/** Migrates each engine once for the whole run: every test starts from a copy. */
export default async function prepareBases(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-bases-'));
  await openSqlite(join(folder, SQLITE_BASE)).close();
  const client = new PGlite();
  await openPglite(client);
  const dump = await client.dumpDataDir('none');
  writeFileSync(join(folder, POSTGRES_BASE), Buffer.from(await dump.arrayBuffer()));
  await client.close();
  project.provide('baseFolder', folder);
  return () => rmSync(folder, { recursive: true });
}
