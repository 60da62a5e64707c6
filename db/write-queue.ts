import { AsyncLocalStorage } from 'node:async_hooks';
import type { Writer } from './database.ts';

interface Job {
  work: (tx: Writer) => Promise<unknown>;
  /** Called once the outcome is durably on disk. */
  settle: (outcome: Outcome) => void;
}
type Outcome = { value: unknown } | { error: unknown };

/** How long one commit may go on collecting jobs, in milliseconds. */
const BATCH_MS = 8;

/**
 * One write after another, several to a commit: jobs that wait together share one transaction and one flush to disk. When
 * one of them fails, nothing of any is saved, and each is run again in a transaction of its own: savepoints would copy
 * every page before it is written. Nobody is answered before the commit; when that fails, all are told and none is run
 * again, for it may have come through all the same.
 *
 * @param transact runs work in one transaction, once no other process writes: all of it is saved, or nothing.
 * @param sentenced puts an error of the engine into words for whoever wanted to save something; others stay as they are.
 */
export function openWriteQueue(
  transact: (work: (tx: Writer) => Promise<void>) => Promise<void>,
  sentenced: (error: unknown) => unknown,
) {
  const inWrite = new AsyncLocalStorage<true>();
  const waiting: Job[] = [];
  let draining: Promise<void> | undefined;

  /** One job after another in one transaction; throws when one of them fails, or when it cannot even begin. */
  async function runTogether(next: () => Job | undefined) {
    const done: { job: Job; value: unknown }[] = [];
    let isCommitting = false;
    try {
      await transact(async (tx) => {
        for (let job = next(); job; job = next()) done.push({ job, value: await inWrite.run(true, job.work, tx) });
        isCommitting = true;
      });
      for (const { job, value } of done) job.settle({ value });
    } catch (error) {
      if (!isCommitting) throw error;
      for (const { job } of done) job.settle({ error });
    }
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
      await runTogether(next);
    } catch (error) {
      if (begun.length === 0) next(); // it could not even begin: whoever waits longest is told
      if (begun.length > 1) for (const job of begun) await runAlone(job);
      else begun[0]?.settle({ error });
    }
  }

  function runAlone(job: Job): Promise<void> {
    const only = [job];
    return runTogether(() => only.pop()).catch((error: unknown) => job.settle({ error }));
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
