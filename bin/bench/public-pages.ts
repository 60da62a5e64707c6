import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askFor, compare } from './load.ts';
import { type Server, startBare } from './processes.ts';
import { percent, printTable, whole } from './table.ts';

/** Pages for people who are not signed in, against the same bytes from `node:http` alone, in turns. */
export async function measurePublicPages(site: Server, paths: string[], folder: string, rounds: number) {
  await keepPages(site, paths, folder);
  const bare = await startBare(folder);
  const rows: string[][] = [];
  for (const path of paths) {
    const ask = ({ url }: Server) => askFor({ url: url + path });
    await Promise.all([ask(site), ask(bare)]); // warm
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

/** Writes down what the site answers, for the bare server to say the same. */
export async function keepPages({ url }: Server, paths: string[], folder: string) {
  const pages: Record<string, [string, string]> = {};
  for (const path of paths) {
    const answer = await fetch(url + path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    pages[path] = [
      answer.headers.get('content-type') ?? '',
      Buffer.from(await answer.arrayBuffer()).toString('base64'),
    ];
  }
  pages['/'] ??= ['text/plain', ''];
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(pages));
}
