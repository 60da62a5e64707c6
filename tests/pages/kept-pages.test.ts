import Client from 'better-sqlite3';
import { getTableColumns, sql } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Tables } from '#db/tables.ts';
import { linksOf, openFilledTown } from '#tests/support/everybody.ts';
import { listRoutes } from '#tests/support/routes.ts';
import type { Visitor } from '#tests/support/visit.ts';

const statement = Object.getPrototypeOf(new Client(':memory:').prepare('select 1')) as Client.Statement;
/** Every statement of the site that finds rows. */
const asking = [vi.spyOn(statement, 'all'), vi.spyOn(statement, 'get')];

let town: Awaited<ReturnType<typeof openFilledTown>>['town'];
let stranger: Visitor;
beforeAll(async () => {
  const filled = await openFilledTown();
  town = filled.town;
  stranger = filled.people['stranger'] as Visitor;
  await quieten();
});

/** Leaves nothing to do behind the pages, which would read as well. */
const quieten = () =>
  town.site.write(async (tx) => {
    await tx.delete(tx.tables.outbox);
    await tx.delete(tx.tables.jobs);
  });

/** Whether a page is rendered when it is fetched, and what the site reads meanwhile. */
async function look(path: string): Promise<{ isRendered: boolean; read: string }> {
  for (const spy of asking) spy.mockClear();
  await stranger.get(path);
  const statements = asking.flatMap((spy) => spy.mock.contexts as Client.Statement[]);
  const read = statements.filter(({ database }) => database.readonly).map(({ source }) => source);
  return {
    isRendered: town.log.findLast(({ event }) => event === 'request')?.['request'] !== undefined,
    read: read.join(),
  };
}

/** One address of each kind that a stranger finds by links, and those without a blank in them. */
async function onePageOfEachKind(): Promise<string[]> {
  const fixed = listRoutes().filter((route) => !route.includes('[') && route !== '/500');
  const found = new Map<string, string>();
  for (const path of ['/', '/meetups', '/lessons', '/channels', '/units', '/collections', '/series', '/about'])
    for (const link of linksOf(await stranger.open(path)))
      if (!link.includes('?')) found.set(link.replace(/(?<=\/[^/]+\/)[^/]+/, '*'), link);
  return [...new Set([...fixed, ...found.values()])];
}

/** Writes to a table without changing a thing in it. */
async function touch(table: Tables[keyof Tables]) {
  const [column = ''] = Object.keys(getTableColumns(table));
  await town.site.write((tx) =>
    tx
      .update(table)
      .set({ [column]: null })
      .where(sql`1 = 0`),
  );
}

test('each public page is rendered anew once any table was written that it really read, and kept through all else', async () => {
  const { outbox, ...others } = town.site.read.tables; // after each write the mail worker looks for letters
  const nameOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const [stale, forgotten]: [string[], string[]] = [[], []];
  let tried = 0;
  for (const path of await onePageOfEachKind()) {
    const { read } = await look(path);
    if ((await look(path)).isRendered) continue; // not one that is kept
    await touch(outbox);
    await touch(others.sessions);
    if ((await look(path)).isRendered) forgotten.push(path);
    for (const [name, table] of Object.entries(others)) {
      if (!new RegExp(`\\b${nameOf(name)}\\b`).test(read)) continue;
      tried += 1;
      await touch(table);
      if (!(await look(path)).isRendered) stale.push(`${path} although ${name} was written`);
    }
  }
  expect(stale).toEqual([]);
  expect(forgotten).toEqual([]);
  expect(tried).toBeGreaterThan(200);
});
