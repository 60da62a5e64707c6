import type Client from 'better-sqlite3';
import { DatabaseProblem, MissingReference, type Writer } from '../database.ts';
import { codeOf } from '../driver-errors.ts';

/** How long to wait for another process that is writing, and how often to look, in milliseconds. */
const PATIENCE_MS = 15_000;
const RETRY_MS = 10;

/** @param committed is called after each commit. */
export const transactions = (client: Client.Database, tx: Writer, committed: () => void) =>
  async function transact(work: (tx: Writer) => Promise<void>) {
    await begin(client);
    try {
      await work(tx);
      client.exec('commit');
    } catch (error) {
      if (client.inTransaction) client.exec('rollback'); // a full disk has ended the transaction already
      throw error;
    }
    committed();
  };

/** Another process may be writing: SQLite's own waiting would stop every request of this one, so we wait beside it. */
async function begin(client: Client.Database) {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      return client.exec('begin immediate');
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, RETRY_MS));
    }
  }
}

const isBusy = (error: unknown) => codeOf(error).startsWith('SQLITE_BUSY');

/** What an operator must mend, in a sentence for whoever wanted to save something; the driver's own words are its cause. */
export function sentenced(error: unknown): unknown {
  if (codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new MissingReference('a reference is missing', { cause: error });
  if (!/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/.test(codeOf(error))) return error;
  return new DatabaseProblem(
    'The site cannot save anything at the moment, because its disk is full or cannot be written to. Nothing was changed. Please try again later.',
    { cause: error },
  );
}
