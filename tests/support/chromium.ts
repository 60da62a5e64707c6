import { type Browser, chromium } from 'playwright-core';

/** Debian's own Chromium, silent on the network but for what a page asks for; whoever opens it closes it. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
