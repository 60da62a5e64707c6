import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterFile } from './after-file.ts';

/** The rules whose answer may change with the width and the colours, though the page is the same. */
const LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = readFileSync('node_modules/axe-core/axe.min.js');

/**
 * Serves axe, which the browser then keeps: half a megabyte sent to each page is as slow as the looking itself. A page
 * that says the same as one before is looked at for its looks only.
 */
export async function openAxe() {
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' }).end(AXE),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterFile(async () => {
    server.closeAllConnections();
    server.close();
  });
  const axe = `http://127.0.0.1:${(server.address() as AddressInfo).port}/axe.js`;
  const known = new Set<string>();
  return { faultsOf: (page: Page, address: string) => faultsOf(page, address, { axe, known }) };
}

/** What axe and a ruler find on a page. */
async function faultsOf(
  page: Page,
  address: string,
  { axe, known }: { axe: string; known: Set<string> },
): Promise<string[]> {
  await page.goto(address);
  const said = await page.locator('main').evaluate((main) => main.outerHTML);
  const runOnly = known.has(said) ? LOOKS : EVERYTHING;
  known.add(said);
  await page.addScriptTag({ url: axe });
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly,
      resultTypes: ['violations'],
      preload: false, // fetches style sheets again, for rules that these are not
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }, runOnly);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...violations, ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : [])].map(
    (fault) => `${new URL(address).pathname} ${fault}`,
  );
}
