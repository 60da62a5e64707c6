import type { Database } from './database.ts';
import { DatabaseProblem } from './database.ts';

/**
 * Opens the database that `url` names and brings it up to date.
 *
 * @param url `file:path/to/teacake.db` for SQLite, `postgres://…` for PostgreSQL.
 * @throws DatabaseProblem when it cannot be opened, or was made by a newer Teacake.
 */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith('file:')) return (await import('./sqlite/open.ts')).openSqlite(url.slice('file:'.length));
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres/open.ts')).openPostgres(url);
  throw new DatabaseProblem('DATABASE_URL must start with file: (SQLite) or postgres:// (PostgreSQL).');
}
