import Client from 'better-sqlite3';
import { getTableColumns, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Tables } from '#db/tables.ts';
import { linksOf, openFilledTown } from '#tests/support/everybody.ts';
import { listRoutes } from '#tests/support/routes.ts';
import type { Visitor } from '#tests/support/visit.ts';

const statement = Object.getPrototypeOf(new Client(':memory:').prepare('select 1')) as Client.Statement;
/** Every statement of the site that finds rows. */
const asking = [vi.spyOn(statement, 'all'), vi.spyOn(statement, 'get')];

let town: Awaited<ReturnType<typeof openFilledTown>>['town'];
let stranger: Visitor;
let elsewhere: Client.Database;
let versions = 0;
beforeAll(async () => {
  const filled = await openFilledTown();
  town = filled.town;
  stranger = filled.people['stranger'] as Visitor;
  elsewhere = new Client(town.site.settings.databaseUrl.slice('file:'.length));
  await quieten();
});

afterAll(() => {
  elsewhere.close();
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

/** Which tables a page reads each time it is rendered; what goes on behind the pages reads now this, now that. */
async function tablesReadBy(path: string): Promise<(keyof Tables)[]> {
  const reads: string[] = [];
  for (const _ of [1, 2, 3]) {
    elsewhere.pragma(`user_version = ${++versions}`); // a write by somebody else makes all pages old
    reads.push((await look(path)).read);
  }
  const names = Object.keys(town.site.read.tables) as (keyof Tables)[];
  return names.filter((name) => {
    const named = new RegExp(`\\b${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}\\b`);
    return reads.every((read) => named.test(read));
  });
}

test('each public page is rendered anew once any table was written that it really read, and kept through all else', async () => {
  const { tables } = town.site.read;
  const [stale, forgotten]: [string[], string[]] = [[], []];
  let tried = 0;
  for (const path of await onePageOfEachKind()) {
    const names = await tablesReadBy(path);
    if ((await look(path)).isRendered) continue; // not one that is kept
    await touch(tables.outbox);
    await touch(tables.sessions);
    if ((await look(path)).isRendered) forgotten.push(path);
    for (const name of names) {
      tried += 1;
      await touch(tables[name]);
      if (!(await look(path)).isRendered) stale.push(`${path} although ${name} was written`);
    }
  }
  expect(stale).toEqual([]);
  expect(forgotten).toEqual([]);
  expect(tried).toBeGreaterThan(200);
});
