import type { Page } from 'playwright-core';
import { openAs } from './chromium.ts';
import type { Visitor } from './visit.ts';

const LITTLE_TO_PAINT = { width: 360, height: 240 };

/** Opens pages without the protection of a content security policy, and notes whatever runs, asks elsewhere or leads away. */
export async function watchPages(visitor: Visitor, paths: readonly string[]): Promise<string[]> {
  const context = await openAs(visitor, { bypassCSP: true, viewport: LITTLE_TO_PAINT });
  const seen: string[] = [];
  context.on('request', (asked) => {
    if (!asked.url().startsWith(`${visitor.url}/`)) seen.push(`asked for ${asked.url()}`);
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push(`${page.url()} opened a dialog`)));
  page.on('popup', () => seen.push(`${page.url()} opened a window`));
  for (const path of paths) seen.push(...(await lookAt(page, visitor.url, path)));
  await context.close();
  return seen;
}

async function lookAt(page: Page, site: string, path: string): Promise<string[]> {
  await page.goto(site + path, { waitUntil: 'load' });
  const { pwned, strangers } = await page.evaluate(() => ({
    pwned: 'pwned' in window,
    strangers: [
      ...document.querySelectorAll(
        'main :is(script:not([type="application/ld+json"]), iframe, object, embed, img, base, meta, link, style)',
      ),
    ].map(({ outerHTML }) => outerHTML.slice(0, 120)),
  }));
  const left = new URL(page.url()).pathname === path.split('?')[0] ? [] : [`${path} led to ${page.url()}`];
  return [...(pwned ? [`${path} ran a script`] : []), ...strangers, ...left];
}
