import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptPage } from './bare-server.ts';
import { askFor, compare } from './load.ts';
import { type Server, startBare } from './processes.ts';
import { percent, printTable, whole } from './table.ts';

/** V8 takes a while to find out what is asked most. */
const WARM_SECONDS = 4;

/** Pages for people who are not signed in, against the same bytes from `node:http` alone, in turns. */
export async function measurePublicPages(site: Server, paths: string[], folder: string, rounds: number) {
  await keepPages(site, paths, folder);
  const bare = await startBare(folder);
  const rows: string[][] = [];
  for (const { url } of [site, bare]) await askFor({ url: url + paths[0], seconds: WARM_SECONDS });
  for (const path of paths) {
    const ask = ({ url }: Server) => askFor({ url: url + path });
    const result = await compare(
      rounds,
      () => ask(site),
      () => ask(bare),
    );
    const { median, lowest, highest } = result.ratio;
    rows.push([
      path,
      whole(result.site),
      whole(result.bare),
      percent(median),
      `${percent(lowest)} to ${percent(highest)}`,
    ]);
  }
  await bare.stop();
  printTable('Public pages: requests a second', ['page', 'site', 'bare node:http', 'ratio', 'spread'], rows);
}

/** Writes down what the site answers, head and body, for the bare server to say the same. */
export async function keepPages({ url }: Server, paths: string[], folder: string) {
  const pages: Record<string, KeptPage> = {};
  for (const path of paths) {
    const answer = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } });
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    const headers = [...answer.headers].filter(([name]) => !OWN_HEADERS.includes(name)).flat();
    pages[path] = { headers, body: Buffer.from(await answer.arrayBuffer()).toString('base64') };
  }
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages));
}

/** What `node:http` adds by itself. */
const OWN_HEADERS = ['connection', 'date', 'keep-alive'];
