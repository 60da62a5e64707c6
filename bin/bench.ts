import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FULL, openFilled, TENTH } from './bench/fill.ts';
import { measureImports } from './bench/imports.ts';
import { median } from './bench/load.ts';
import { openMailSink } from './bench/mail-sink.ts';
import { type Server, startSite } from './bench/processes.ts';
import { measurePublicPages } from './bench/public-pages.ts';
import { measureRsvps } from './bench/rsvps.ts';
import { measureSignedInPages } from './bench/signed-in-pages.ts';
import { ms, printTable, THERE, whole } from './bench/table.ts';
import { openYardstick } from './bench/yardstick.ts';

const { values: wish } = parseArgs({
  options: {
    /** How often each thing is measured. */
    rounds: { type: 'string', default: '5' },
    /** One part instead of all. */
    only: { type: 'string' },
    /** These pages instead of the usual ones. */
    page: { type: 'string', multiple: true },
    /** Keeps the databases here and takes them from here the next time. */
    folder: { type: 'string' },
  },
});
const rounds = Number(wish.rounds);

/** Measures the built site on much data against bare servers on the same machine, in turns. */
async function bench(folder: string) {
  const full = await openFilled(join(folder, 'full.db'), FULL);
  const tenth = await openFilled(join(folder, 'tenth.db'), TENTH);
  const mail = await openMailSink();
  const site = await startOften(full.file, mail.url);
  const small = await startSite(tenth.file, mail.url);
  const yardstick = await openYardstick(folder);
  const costs: string[][] = [];
  async function part(name: string, measure: () => Promise<void>) {
    if (wish.only && wish.only !== name) return;
    const before = await yardstick.slowness();
    await site.read();
    await measure();
    const { peakMb, stallMs } = await site.read();
    const slowness = (before + (await yardstick.slowness())) / 2;
    costs.push([name, `${whole(peakMb)} MB`, ms(stallMs), ms(stallMs / slowness)]);
  }
  await part('public', () => measurePublicPages(site, wish.page ?? full.paths.public, folder, rounds));
  await part('signed-in', () => measureSignedInPages(site, small, wish.page ?? full.paths.signedIn, yardstick, rounds));
  await part('rsvps', () =>
    measureRsvps(site, full.paths.upcoming, wish.page ?? ['/', '/meetups', '/lessons'], folder, rounds),
  );
  if (!wish.only || wish.only === 'imports') await measureImports(small, yardstick, rounds);
  printTable('The serving process meanwhile', ['part', 'most memory', 'longest stall', THERE], costs);
  await Promise.all([site.stop(), small.stop(), yardstick.stop()]);
  await mail.close();
}

/** Starts the site several times, says how long the first page took, and leaves the last one running. */
async function startOften(file: string, smtpUrl: string): Promise<Server> {
  const starts: number[] = [];
  for (;;) {
    const site = await startSite(file, smtpUrl);
    starts.push(site.coldStartMs);
    if (starts.length === rounds) {
      const row = [median(starts), Math.min(...starts), Math.max(...starts)].map(ms);
      printTable('Cold start to the first page', ['median', 'fastest', 'slowest'], [row]);
      return site;
    }
    await site.stop();
  }
}

if (wish.folder) {
  mkdirSync(wish.folder, { recursive: true });
  await bench(wish.folder);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-bench-'));
  await bench(folder).finally(() => rmSync(folder, { recursive: true }));
}
