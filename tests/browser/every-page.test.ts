import { beforeAll, expect, test } from 'vitest';
import { openAxe } from '#tests/support/axe.ts';
import { openAs } from '#tests/support/chromium.ts';
import { linksOf, openFilledTown } from '#tests/support/everybody.ts';
import type { Visitor } from '#tests/support/visit.ts';

let town: Awaited<ReturnType<typeof openFilledTown>>['town'];
let people: Record<string, Visitor>;
let faultsOf: Awaited<ReturnType<typeof openAxe>>['faultsOf'];
beforeAll(async () => {
  ({ town, people } = await openFilledTown());
  ({ faultsOf } = await openAxe());
});

/** One page of each kind that somebody can reach in two steps from the front page, by what the address looks like. */
async function onePageOfEachKind(visitor: Visitor): Promise<string[]> {
  const kinds = new Map<string, string>([['/', '/']]);
  for (const depth of [1, 2, 3])
    for (const path of [...kinds.values()].slice(depth === 1 ? 0 : 1)) {
      const page = await visitor.open(path);
      if (page.status !== 200 || !page.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const link of linksOf(page)) {
        const address = link.split('?')[0] ?? '';
        const kind = address.replace(/^(\/[^/]+)\/(?!new$|drafts$)[^/]+/, '$1/*');
        if (!kinds.has(kind) && !/\.\w+$|^\/api\//.test(address)) kinds.set(kind, link);
      }
    }
  return [...kinds.values()];
}

test.each([
  ['stranger', 320, 'light'],
  ['librarian', 360, 'dark'],
  ['admin', 1280, 'light'],
] as const)(
  'for a visitor like the %s nothing is in the way at %i px in the %s',
  async (who, width, colorScheme) => {
    const visitor = people[who] as Visitor;
    const viewport = { width, height: 900 };
    const context = await openAs(visitor, { viewport, colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    const faults: string[] = [];
    const paths = await onePageOfEachKind(visitor);
    for (const path of paths) faults.push(...(await faultsOf(page, town.url + path)));
    await context.close();
    expect([...faults, ...complaints]).toEqual([]);
    expect(paths.length).toBeGreaterThan(10);
  },
  600_000,
);
