import { Worker } from 'node:worker_threads';

/** How long what was written stays in the log before it is copied, in milliseconds. */
const PAUSE_MS = 1000;

export interface Checkpoints {
  /** Something was written: copy it soon. */
  wake(): void;
  /** Lets the thread end by itself: one that is stopped while it loads SQLite takes the whole process with it. */
  close(): Promise<void>;
}

/**
 * Copies what was written from SQLite's log into the file itself. It waits for the disk, a tenth of a second after a
 * large import, so that a thread of its own does it instead of whichever commit comes next.
 */
export function openCheckpoints(file: string): Checkpoints {
  let worker: Worker | undefined;
  let ended: Promise<unknown> | undefined;
  let timer: NodeJS.Timeout | undefined;

  function copy() {
    timer = undefined;
    worker ??= start();
    worker.postMessage('copy');
  }

  function start(): Worker {
    const started = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      workerData: file,
      execArgv: [], // flags of the process (an --eval, a loader) are not for the thread
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 },
    }).on('error', () => {}); // the log only grows meanwhile, and from a certain size on a commit copies it
    ended = new Promise((resolve) => started.once('exit', resolve));
    started.unref();
    return started;
  }

  return {
    wake() {
      timer ??= setTimeout(copy, PAUSE_MS).unref();
    },
    async close() {
      clearTimeout(timer);
      worker?.ref();
      worker?.postMessage('end');
      await ended;
    },
  };
}
