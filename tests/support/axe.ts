import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterFile } from './after-file.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js');

/** Serves axe, which the browser then keeps: half a megabyte sent to each page is as slow as the looking itself. */
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
  return { faultsOf: (page: Page, address: string) => faultsOf(page, address, axe) };
}

/** What axe and a ruler find on a page. */
async function faultsOf(page: Page, address: string, axe: string): Promise<string[]> {
  await page.goto(address);
  await page.addScriptTag({ url: axe });
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      preload: false, // fetches style sheets again, for rules that these are not
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [...violations, ...(overflow > 0 ? [`scrolls sideways by ${overflow} px`] : [])].map(
    (fault) => `${new URL(address).pathname} ${fault}`,
  );
}
