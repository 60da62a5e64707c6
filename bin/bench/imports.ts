import { keeperToken } from './fill-people.ts';
import { median } from './load.ts';
import type { Server } from './processes.ts';
import { ms, printTable, THERE, whole } from './table.ts';
import type { Yardstick } from './yardstick.ts';

const LINES = 5_000;

/** A keeper tries a file of new channels, then imports it, then takes the whole register home: what others notice. */
export async function measureImports(site: Server, yardstick: Yardstick, rounds: number) {
  const steps = { 'try a file': [], 'import it': [], 'export all': [] } as Record<string, Step[]>;
  for (let round = 0; round < rounds; round++) {
    const file = registerFile();
    const slowness = await yardstick.slowness();
    steps['try a file']!.push(await measure(site, slowness, () => send(site, file, { isTrial: 'true' })));
    steps['import it']!.push(await measure(site, slowness, () => send(site, file, {})));
    steps['export all']!.push(await measure(site, slowness, () => take(site)));
  }
  const rows = Object.entries(steps).map(([name, took]) => [
    name,
    `${(median(took.map(({ spentMs }) => spentMs)) / 1000).toFixed(1)} s`,
    ms(Math.max(...took.map(({ stallMs }) => stallMs))),
    ms(Math.max(...took.map(({ stallMs, slowness }) => stallMs / slowness))),
    `${whole(Math.max(...took.map(({ peakMb }) => peakMb)))} MB`,
  ]);
  printTable(`${LINES} channels from a file`, ['step', 'takes', 'longest stall', THERE, 'most memory'], rows);
}

interface Step {
  slowness: number;
  spentMs: number;
  stallMs: number;
  peakMb: number;
}

async function measure(site: Server, slowness: number, step: () => Promise<void>): Promise<Step> {
  await site.read();
  const began = performance.now();
  await step();
  const spentMs = performance.now() - began;
  return { slowness, spentMs, ...(await site.read()) };
}

/** Every time other channels, also in a database that has those of earlier runs. */
function registerFile(): string {
  const run = Date.now().toString(36);
  const lines = Array.from({ length: LINES }, (_, at) =>
    [
      `Import ${run} ${at}`,
      `https://x.com/i${run}_${at}`,
      `Imported unit ${at % 50}`,
      'en',
      'To tell people what is new and hear what they need from us',
      'People who live or work here',
      'team@council.example',
    ].join(','),
  );
  return ['name,link,unit,languages,objective,audience,teamMailbox', ...lines].join('\n');
}

const headers = (site: Server) => ({ origin: site.url, cookie: `session=${keeperToken}` });

async function send(site: Server, file: string, fields: Record<string, string>) {
  const body = new FormData();
  body.set('file', new Blob([file]), 'channels.csv');
  for (const [name, value] of Object.entries({ mapping: 'ours', ...fields })) body.set(name, value);
  const address = `${site.url}/channels/import?_action=register.importFile`;
  const response = await fetch(address, { method: 'POST', body, headers: headers(site) });
  const page = await response.text();
  if (response.status !== 200 || page.includes('Refused lines')) throw new Error(`the import said ${response.status}`);
}

async function take(site: Server) {
  const response = await fetch(`${site.url}/channels.csv`, { headers: headers(site) });
  if (!response.ok) throw new Error(`the export said ${response.status}`);
  for await (const _ of response.body ?? []);
}
