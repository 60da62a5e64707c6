import { sessionToken } from './fill-people.ts';
import { askFor } from './load.ts';
import type { Server } from './processes.ts';
import { ms, printTable } from './table.ts';

const WARM = 150;
const MEASURED = 300;
const cookie = `session=${sessionToken(0)}`;

/** Pages rendered for one person each time: the CPU each costs, with all the data and with a tenth of it. */
export async function measureSignedInPages(full: Server, tenth: Server, paths: string[]) {
  const rows: string[][] = [];
  for (const path of paths) {
    const [much, little] = [await cpuOf(full, path), await cpuOf(tenth, path)];
    rows.push([path, ms(much), ms(little), (much / little).toFixed(2)]);
  }
  printTable('Signed in: CPU for one page', ['page', 'all data', 'a tenth', 'ratio'], rows);
}

async function cpuOf(server: Server, path: string): Promise<number> {
  const ask = (amount: number) => askFor({ url: server.url + path, headers: { cookie }, connections: 2, amount });
  await ask(WARM);
  const before = await server.read();
  await ask(MEASURED);
  return ((await server.read()).cpuMs - before.cpuMs) / MEASURED;
}
