import { existsSync } from 'node:fs';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { readSettings, type Settings } from '#server/settings.ts';

/** Adds what `.env` says to the environment; what is set already wins. */
export function loadEnvironment() {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Opens the site's database for one command, beside a running site if there is one. */
export async function withDatabase<T>(task: (database: Database, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings.databaseUrl);
  try {
    return await task(database, settings);
  } finally {
    await database.close();
  }
}
