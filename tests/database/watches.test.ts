import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Client from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Database, Writer } from '#db/database.ts';
import { openPostgres } from '#db/postgres/open.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { openTouchedTables } from '#db/sqlite/touched-tables.ts';
import { copyBase, sqlite } from '#tests/support/engines.ts';
import { openPostgresServer } from '#tests/support/postgres-server.ts';

const addUnit = (tx: Writer, name = 'parks') =>
  tx.insert(tx.tables.units).values({ id: name, slug: name, name, aliases: [] });

/** A watch under which the units were counted. */
async function watchUnits({ read, watch }: Database) {
  const watched = watch();
  await watched.run(async () => read.$count(read.tables.units));
  return watched;
}

/** On a server of its own: whatever is written on the whole server moves the mark. */
async function openPostgresAlone(): Promise<Database> {
  const server = await openPostgresServer();
  const database = await openPostgres(server.url);
  onTestFinished(() => database.close().then(server.close));
  return database;
}

describe.each([
  ['SQLite', sqlite()],
  ['PostgreSQL', openPostgresAlone],
])('on %s', (_, open) => {
  test('what was read is current until it is written', async () => {
    const database = await open();
    const before = await watchUnits(database);
    expect(await before.isCurrent()).toBe(true);
    await database.write((tx) => addUnit(tx));
    expect(await before.isCurrent()).toBe(false);
    expect(await (await watchUnits(database)).isCurrent()).toBe(true);
  });

  test('while it still reads, what it has read so far is what counts', async () => {
    const database = await open();
    const { read, write, watch } = database;
    const watched = watch();
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    const reading = watched.run(async () => {
      await read.$count(read.tables.units);
      await held;
    });
    expect(await watched.isCurrent()).toBe(true);
    await write((tx) => addUnit(tx));
    expect(await watched.isCurrent()).toBe(false);
    release();
    await reading;
    expect(await watched.isCurrent()).toBe(false);
  });
});

const openDatabase = sqlite();

test('what was written elsewhere leaves it current', async () => {
  const database = await openDatabase();
  const { read, write } = database;
  const units = await watchUnits(database);
  await write((tx) => tx.insert(read.tables.limits).values({ id: 'x', used: 0, endsAt: new Date(0) }));
  expect(await units.isCurrent()).toBe(true);
  await write((tx) => addUnit(tx));
  expect(await units.isCurrent()).toBe(false);
});

test('a watch notes what the watches under it noted, what they had noted before, and also when they fail', async () => {
  const database = await openDatabase();
  const { read, watch, write } = database;
  const [inner, outer, late, brave] = [watch(), watch(), watch(), watch()];
  await outer.run(() => inner.run(async () => read.$count(read.tables.units)));
  await late.run(() => inner.run(async () => undefined));
  await brave.run(() => inner.run(() => Promise.reject(new Error('no'))).catch(() => undefined));
  await write((tx) => addUnit(tx));
  expect([outer, late, brave].map((one) => one.isCurrent())).toEqual([false, false, false]);
});

test('a watch that shares what another still reads is no more current than that', async () => {
  const database = await openDatabase();
  const { read, watch, write } = database;
  const [inner, late] = [watch(), watch()];
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const reading = inner.run(async () => {
    await read.$count(read.tables.units);
    await held;
  });
  const sharing = late.run(() => inner.run(() => reading));
  await write((tx) => addUnit(tx));
  expect(late.isCurrent()).toBe(true);
  release();
  await sharing;
  expect(late.isCurrent()).toBe(false);
});

test('rows that end with a deleted one are written, too', async () => {
  const database = await openDatabase();
  const { read, watch, write } = database;
  const codes = watch();
  await codes.run(async () => read.$count(read.tables.spokenCodes));
  await write((tx) => tx.delete(tx.tables.people));
  expect(codes.isCurrent()).toBe(false);
});

test('what another process writes makes everything old', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'teacake-')), 'shared.db');
  copyBase(file);
  const [one, other] = [openSqlite(file), openSqlite(file)];
  const units = await watchUnits(one);
  await other.write((tx) => tx.delete(tx.tables.limits));
  await new Promise((resume) => setImmediate(resume));
  expect(units.isCurrent()).toBe(false);
  await Promise.all([one.close(), other.close()]);
});

test('a statement in other words counts as reading what it names and writing everything', () => {
  const client = new Client(':memory:');
  client.exec(
    'create table cups (id integer primary key); create table teas (cup references cups (id) on delete set null)',
  );
  const { readBy, writtenBy } = openTouchedTables(client);
  expect(readBy('select * from (select cup, 1 from teas) join "cups" using (id)')).toEqual(['teas', 'cups']);
  expect(writtenBy('select 1 from "cups"')).toEqual([]);
  expect(writtenBy('update "cups" set "id" = ?')).toEqual(['cups']);
  expect(writtenBy('delete from "cups" where "id" = ?')).toEqual(['cups', 'teas']);
  expect(writtenBy('with old as (select 1) delete from cups')).toEqual(['cups', 'teas']);
});
