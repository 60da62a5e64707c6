import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { errorFacts, log } from './log.ts';
import type { Answer, RenderRequest } from './markdown-render.ts';
import type { RenderOptions } from './markdown-sanitise.ts';
import { oneByOne } from './one-by-one.ts';

export type { Answer, RenderOptions };

/** Kept beside every piece of stored HTML; raise it whenever the same source would come out differently. */
export const RENDERER_VERSION = 2;

/** How comments are laid out: words, lists, quotes and links that count for nothing. */
export const COMMENT_OPTIONS: RenderOptions = { trusted: false, headingLevel: 4, isLight: true };

const LONGEST_SOURCE = 50_000;
const LONGEST_WORK_MS = 1_000;
const WATCH_EVERY_MS = 100;
const LONGEST_WAIT_MS = 5_000;

const tooLong: Answer = {
  kind: 'too-long',
  sentence: 'This text is too long: we can take 50,000 characters. Make it shorter, or split it into two.',
};
const tooSlow: Answer = {
  kind: 'too-slow',
  sentence: 'We could not lay out this text. Make it shorter or simpler, then try again.',
};
const tooBusy: Answer = {
  kind: 'too-slow',
  sentence: 'Many people are sending us texts just now. Please try again in a minute.',
};

/** What members write, made into HTML that is safe to show anywhere. */
export interface Markdown {
  /**
   * Renders one text in a worker thread, one after another; it never rejects. The source may have up to 50,000 UTF-16
   * units and gets a second of the thread's work, after at most five in the queue; a refusal's `sentence` tells the writer
   * what to do.
   */
  render(source: string, options: RenderOptions): Promise<Answer>;
  /** Finishes what is in hand, then ends the thread. */
  close(): Promise<void>;
}

/** The thread starts with the first text, stays warm, and never keeps the process alive by itself. */
export function openMarkdown(): Markdown {
  let worker: Promise<Worker> | undefined;
  const inTurn = oneByOne();
  /** When the first thread had started: until then nobody waits for other people's texts. */
  let readyAt = 0;

  async function layOut(request: RenderRequest, askedAt: number): Promise<Answer> {
    if (performance.now() - Math.max(askedAt, readyAt) > LONGEST_WAIT_MS) return tooBusy;
    worker ??= startWorker();
    try {
      const thread = await worker;
      readyAt ||= performance.now();
      return await ask(thread, request);
    } catch {
      await end(worker);
      worker = undefined;
      return tooSlow;
    }
  }

  return {
    async render(source, options) {
      if (source.length > LONGEST_SOURCE) return tooLong;
      const askedAt = performance.now();
      return inTurn(() => layOut({ source, options }, askedAt));
    },
    async close() {
      await inTurn(async () => worker && end(worker));
    },
  };
}

/** The memory limit turns a text that swells (a long address used ten thousand times) into an error here. */
async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./markdown-worker.ts', import.meta.url), {
    execArgv: [], // flags of the process (an --eval, a loader) are not for the thread
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 8 },
  });
  worker.on('error', (problem) => log({ event: 'markdown-thread-died', ...errorFacts(problem) }));
  await once(worker, 'message');
  return worker;
}

/**
 * Rejects when the thread dies or has worked for too long; the process stays up for the answer. What counts is the thread's
 * own work: on a busy machine a short text may have to wait for its turn.
 */
async function ask(worker: Worker, request: RenderRequest): Promise<Answer> {
  worker.ref();
  const before = await worker.cpuUsage();
  const late = new AbortController();
  const giveUpIfLate = ({ user, system }: NodeJS.CpuUsage) => user + system > LONGEST_WORK_MS * 1000 && late.abort();
  const watch = setInterval(
    () => void worker.cpuUsage(before).then(giveUpIfLate, () => {}), // a thread that died says so itself
    WATCH_EVERY_MS,
  );
  try {
    worker.postMessage(request);
    const [answer] = await once(worker, 'message', { signal: late.signal });
    return answer;
  } finally {
    clearInterval(watch);
    worker.unref();
  }
}

async function end(worker: Promise<Worker>) {
  await worker.then(
    (thread) => thread.terminate(),
    () => {},
  );
}
