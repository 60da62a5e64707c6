import { existsSync } from 'node:fs';
import Client from 'better-sqlite3';
import { DatabaseProblem } from '../database.ts';

/**
 * Copies a SQLite database to a new file while it is being written to, by SQLite's online back-up.
 *
 * @throws DatabaseProblem when the copy exists already, cannot be written, or is not sound.
 */
export async function backUp(file: string, copy: string): Promise<void> {
  if (!existsSync(file)) throw new DatabaseProblem(`There is no database at ${file}. Check DATABASE_URL.`);
  if (existsSync(copy))
    throw new DatabaseProblem(`${copy} is there already. Name a new file, so that no back-up is lost.`);
  const source = new Client(file, { readonly: true });
  try {
    await source.backup(copy);
  } catch (error) {
    throw new DatabaseProblem(
      `The back-up could not be written to ${copy} (${error instanceof Error ? error.message : error}).`,
    );
  } finally {
    source.close();
  }
  checkSound(copy);
}

function checkSound(file: string) {
  const client = new Client(file, { readonly: true });
  const verdict = client.pragma('integrity_check', { simple: true });
  client.close();
  if (verdict !== 'ok')
    throw new DatabaseProblem(`The back-up ${file} is damaged: ${String(verdict)}. Check the disk and try again.`);
}
