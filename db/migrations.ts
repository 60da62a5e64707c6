import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseProblem } from './database.ts';

interface Journal {
  entries: { when: number }[];
}

/** The folder of an engine's generated migrations. It is read from the working directory: the built site has none of its own. */
export const migrationsOf = (engine: 'sqlite' | 'postgres') => join(process.cwd(), 'db', engine, 'migrations');

/** Refuses a database whose newest migration this code does not know. */
export function refuseNewer(newestApplied: number | undefined, migrationsFolder: string) {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;
  const newestKnown = Math.max(...journal.entries.map((entry) => entry.when));
  if (newestApplied !== undefined && newestApplied > newestKnown)
    throw new DatabaseProblem(
      'The database was made by a newer Teacake than this one: update the code, or restore a back-up made with this version.',
    );
}
