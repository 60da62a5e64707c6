import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterFile } from './after-file.ts';
import type { Visitor } from './visit.ts';

/** Debian's own; the shell is the same engine without windows to paint, and opens a page in two thirds of the time. */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** A page lives for half a second: making its scripts fast, on threads of their own, takes longer than they ever run. */
const QUICK_START = '--js-flags=--no-opt --no-maglev --single-threaded';

export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
export const WITHOUT_SCRIPTS: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };

/** A context of its own for this visitor, signed in or not, as when a person sits down. It is closed after the file. */
export async function openAs(
  { cookie, url }: Pick<Visitor, 'cookie' | 'url'>,
  looks: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const browser = await keptChromium();
  const context = await browser.newContext(looks);
  afterFile(() => context.close());
  const [name, value] = cookie.split('=');
  if (name && value) await context.addCookies([{ name, value, url }]);
  return context;
}

/** One for all test files of a worker, with which it ends. */
const KEY = Symbol.for('teacake.tests.chromium');
const shared = globalThis as { [KEY]?: Promise<Browser> };

const keptChromium = () => {
  shared[KEY] ??= launch();
  return shared[KEY];
};

/** Chromium, which reaches nothing but this machine. */
const launch = () =>
  chromium.launch({
    executablePath: PROGRAMS.find((path) => existsSync(path)) ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      QUICK_START,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
