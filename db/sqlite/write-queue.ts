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
 * One write after another, several to a commit: jobs that wait together share one BEGIN and one flush to disk. When one
 * of them fails, nothing of any is saved, and each is run again in a transaction of its own: savepoints would copy every
 * page before it is written. Nobody is answered before the commit.
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

  /** One job after another in one transaction: all of them are saved, or none. */
  async function transact(next: () => Job | undefined) {
    const done: { job: Job; value: unknown }[] = [];
    await begin();
    try {
      for (let job = next(); job; job = next()) done.push({ job, value: await inWrite.run(true, job.work, tx) });
      client.exec('commit');
    } catch (error) {
      if (client.inTransaction) client.exec('rollback'); // a full disk has ended the transaction already
      throw error;
    }
    written();
    for (const { job, value } of done) job.settle({ value });
  }

  async function runBatch() {
    const begun: Job[] = [];
    const until = performance.now() + BATCH_MS;
    const next = () => {
      const isTime = begun.length === 0 || performance.now() < until;
      const job = isTime ? waiting.shift() : undefined;
      if (job) begun.push(job);
      return job;
    };
    try {
      await transact(next);
    } catch (error) {
      if (begun.length === 0) next(); // another process never let go: whoever waits longest is told
      if (begun.length > 1) for (const job of begun) await runAlone(job);
      else begun[0]?.settle({ error });
    }
  }

  function runAlone(job: Job): Promise<void> {
    const only = [job];
    return transact(() => only.pop()).catch((error: unknown) => job.settle({ error }));
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
