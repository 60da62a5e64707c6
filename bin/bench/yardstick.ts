import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptPage } from './bare-server.ts';
import { askFor } from './load.ts';
import { startBare } from './processes.ts';

/** The machine that limits in milliseconds were set on sent so many pages of so many bytes a second from bare `node:http`. */
const REFERENCE_PAGES = 38_700;
const PAGE_BYTES = 25_000;
const PATH = '/yardstick';
const SECONDS = 0.5;

/** How slow the machine is at this moment, for reading milliseconds: shared machines change by the minute. */
export interface Yardstick {
  /** How much longer the same work takes here than there: 2 is half as fast. */
  slowness(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a bare server with one page of that size. */
export async function openYardstick(folder: string): Promise<Yardstick> {
  const own = join(folder, 'yardstick');
  const page: KeptPage = {
    headers: ['content-type', 'text/html'],
    body: Buffer.alloc(PAGE_BYTES, 'x').toString('base64'),
  };
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'pages.json'), JSON.stringify({ [PATH]: page }));
  const bare = await startBare(own);
  const ask = () => askFor({ url: bare.url + PATH, seconds: SECONDS });
  await ask(); // warm
  return {
    slowness: async () => REFERENCE_PAGES / (await ask()),
    stop: bare.stop,
  };
}
