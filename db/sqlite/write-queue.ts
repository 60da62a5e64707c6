import { AsyncLocalStorage } from 'node:async_hooks';
import type Client from 'better-sqlite3';
import { DatabaseProblem, MissingReference, type Writer } from '../database.ts';

interface Job {
  work: (tx: Writer) => Promise<unknown>;
  /** Called once the outcome is durably on disk. */
  settle: (outcome: Outcome) => void;
}
type Outcome = { value: unknown } | { error: unknown };

/** How long one commit may go on collecting jobs, in milliseconds. */
const BATCH_MS = 8;

/** How long to wait for another process that is writing, and how often to look, in milliseconds. */
const PATIENCE_MS = 15_000;
const RETRY_MS = 10;

/**
 * One write after another, several to a commit: jobs that wait together share one BEGIN and one flush to disk, each in
 * its own savepoint so that a failing one leaves nothing. Nobody is answered before the commit.
 *
 * @param written is called after each commit.
 */
export function openWriteQueue(client: Client.Database, tx: Writer, written: () => void) {
  const inWrite = new AsyncLocalStorage<true>();
  const waiting: Job[] = [];
  let draining: Promise<void> | undefined;

  /** Another process may be writing: SQLite's own waiting would stop every request of this one, so we wait beside it. */
  async function begin() {
    for (const until = Date.now() + PATIENCE_MS; ; ) {
      try {
        return client.exec('begin immediate');
      } catch (error) {
        if (!isBusy(error) || Date.now() > until) throw error;
        await new Promise((resume) => setTimeout(resume, RETRY_MS));
      }
    }
  }

  async function runJob(job: Job): Promise<Outcome> {
    try {
      client.exec('savepoint job');
      const value = await inWrite.run(true, () => job.work(tx));
      client.exec('release job');
      return { value };
    } catch (error) {
      if (!client.inTransaction) throw error; // a full disk ends the whole transaction: nobody in this batch was saved
      client.exec('rollback to job; release job');
      return { error };
    }
  }

  async function runBatch() {
    const batch: { job: Job; outcome?: Outcome }[] = [];
    const until = performance.now() + BATCH_MS;
    try {
      await begin();
      do {
        const entry: (typeof batch)[number] = { job: waiting.shift() as Job };
        batch.push(entry);
        entry.outcome = await runJob(entry.job);
      } while (waiting.length > 0 && performance.now() < until);
      client.exec('commit');
      written();
      for (const { job, outcome } of batch) job.settle(outcome as Outcome);
    } catch (error) {
      if (client.inTransaction) client.exec('rollback');
      if (batch.length === 0) batch.push({ job: waiting.shift() as Job });
      for (const { job } of batch) job.settle({ error });
    }
  }

  async function drain() {
    while (waiting.length > 0) {
      await new Promise(setImmediate); // lets requests that have just arrived join the batch, and readers breathe
      await runBatch();
    }
    draining = undefined;
  }

  return {
    write<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
      if (inWrite.getStore()) return Promise.reject(new Error('write() inside write(): pass the tx you already have'));
      return new Promise<T>((resolve, reject) => {
        const settle = (outcome: Outcome) =>
          'error' in outcome ? reject(sentenced(outcome.error)) : resolve(outcome.value as T);
        waiting.push({ work, settle });
        draining ??= drain();
      });
    },
    idle: () => draining ?? Promise.resolve(),
  };
}

const isBusy = (error: unknown) => codeOf(error).startsWith('SQLITE_BUSY');

/** What an operator must mend, in a sentence for whoever wanted to save something; the driver's own words are its cause. */
function sentenced(error: unknown): unknown {
  if (codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new MissingReference('a reference is missing', { cause: error });
  if (!/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)/.test(codeOf(error))) return error;
  return new DatabaseProblem(
    'The site cannot save anything at the moment, because its disk is full or cannot be written to. Nothing was changed. Please try again later.',
    { cause: error },
  );
}

/** Drizzle wraps the driver's error; the code is on the innermost. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return String(at.code);
  return '';
}
