import { sessionToken } from './fill-people.ts';
import { askFor, median } from './load.ts';
import type { Server } from './processes.ts';
import { ms, printTable, THERE } from './table.ts';
import type { Yardstick } from './yardstick.ts';

const WARM = 150;
const MEASURED = 300;
const cookie = `session=${sessionToken(0)}`;

/** Pages rendered for one person each time: the CPU each costs, with all the data and with a tenth of it, in turns. */
export async function measureSignedInPages(
  full: Server,
  tenth: Server,
  paths: string[],
  yardstick: Yardstick,
  rounds: number,
) {
  const rows: string[][] = [];
  for (const path of paths) {
    const measured: { much: number; little: number; there: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = await yardstick.slowness();
      const much = await cpuOf(full, path);
      const after = await yardstick.slowness();
      measured.push({ much, little: await cpuOf(tenth, path), there: much / ((before + after) / 2) });
    }
    const of = (what: keyof (typeof measured)[number]) => median(measured.map((round) => round[what]));
    const ratio = median(measured.map(({ much, little }) => much / little));
    rows.push([path, ms(of('much')), ms(of('little')), ratio.toFixed(2), ms(of('there'))]);
  }
  const heads = ['page', 'all data', 'a tenth', 'ratio', THERE];
  printTable('Signed in: CPU for one page', heads, rows);
}

async function cpuOf(server: Server, path: string): Promise<number> {
  const ask = (amount: number) => askFor({ url: server.url + path, headers: { cookie }, connections: 2, amount });
  await ask(WARM);
  const before = await server.read();
  await ask(MEASURED);
  return ((await server.read()).cpuMs - before.cpuMs) / MEASURED;
}
