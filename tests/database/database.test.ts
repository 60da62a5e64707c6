import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { MissingReference, type Writer } from '#db/database.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { copyBase, forEachEngine, sqlite } from '#tests/support/engines.ts';
import { watchEverything } from '#tests/support/witness.ts';

const addUnit = (tx: Writer, name: string) =>
  tx.insert(tx.tables.units).values({ id: name, slug: name, name, aliases: [] });

forEachEngine((open) => {
  test('a failed write leaves nothing, and the one after it goes through', async () => {
    const { read, write } = await open();
    const failing = write(async (tx) => {
      await addUnit(tx, 'libraries');
      throw new Error('boom');
    });
    await expect(failing).rejects.toThrow('boom');
    await write((tx) => addUnit(tx, 'parks'));
    expect(await read.select({ name: read.tables.units.name }).from(read.tables.units)).toEqual([{ name: 'parks' }]);
  });

  test('one that fails among those that come together leaves nothing, and the others are saved once', async () => {
    const { read, write } = await open();
    const failing = async (tx: Writer) => {
      await addUnit(tx, 'libraries');
      throw new Error('boom');
    };
    const all = [(tx: Writer) => addUnit(tx, 'parks'), failing, (tx: Writer) => addUnit(tx, 'pools')];
    const outcomes = await Promise.allSettled(all.map((work) => write<unknown>(work)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const { units } = read.tables;
    expect(await read.select({ name: units.name }).from(units).orderBy(units.name)).toEqual([
      { name: 'parks' },
      { name: 'pools' },
    ]);
  });

  test('writes that read what they change lose nothing when they come together', async () => {
    const { read, write } = await open();
    const { limits } = read.tables;
    await write((tx) => tx.insert(limits).values({ id: 'x', used: 0, endsAt: new Date(0) }));
    const addOne = () =>
      write(async (tx) => {
        const [row] = await tx.select().from(limits).where(eq(limits.id, 'x'));
        await tx.update(limits).set({ used: (row?.used ?? 0) + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, addOne));
    expect((await read.select().from(limits))[0]?.used).toBe(50);
  });

  test('a write that names a record which is not there says so, and leaves nothing', async () => {
    const { read, write } = await open();
    const grant = { personId: 'nobody', role: 'admin' as const, grantedAt: new Date(0) };
    await expect(write((tx) => tx.insert(tx.tables.roles).values(grant))).rejects.toThrow(MissingReference);
    expect(await read.select().from(read.tables.roles)).toEqual([]);
  });

  test('lists, flags, days and moments come back as they went in', async () => {
    const { read, write } = await open();
    const person = {
      id: 'p',
      email: 'a@b.example',
      name: 'Ann',
      jobTitle: '',
      circle: 'staff' as const,
      unitId: null,
      organisationId: null,
      askMeAbout: '',
      showsName: true,
      createdAt: new Date(1_700_000_000_123),
      lastSeenAt: null,
      leavingOn: null,
      leftAt: null,
      leftNotedById: null,
    };
    await write((tx) => tx.insert(tx.tables.people).values(person));
    expect(await read.select().from(read.tables.people)).toEqual([person]);
  });
});

test('SQLite refuses a write inside a write', async () => {
  const { write } = await sqlite()();
  await expect(write(() => write(async () => 1))).rejects.toThrow('pass the tx');
});

test('while another process writes, this one goes on reading and its own write comes after', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'teacake-')), 'shared.db');
  copyBase(file);
  const [one, other] = [openSqlite(file), openSqlite(file)];
  const order: string[] = [];
  const long = one.write(async (tx) => {
    await new Promise((resume) => setTimeout(resume, 200));
    await addUnit(tx, 'first');
    order.push('long');
  });
  await new Promise((resume) => setTimeout(resume, 20));
  const waiting = other.write((tx) => addUnit(tx, 'second')).then(() => order.push('waiting'));
  expect(await other.read.select().from(other.read.tables.units)).toEqual([]);
  order.push('read');
  await Promise.all([long, waiting]);
  expect(order).toEqual(['read', 'long', 'waiting']);
  await Promise.all([one.close(), other.close()]);
});

test('what was written moves from the log into the file by itself, and nothing counts as changed by that', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'teacake-')), 'moving.db');
  copyBase(file);
  const database = openSqlite(file);
  const { write, read, close } = database;
  await write((tx) => addUnit(tx, 'x'.repeat(100_000)));
  const [everything, size] = [await watchEverything(database), statSync(file).size];
  await expect.poll(() => statSync(file).size).toBeGreaterThan(size);
  expect(await everything.isCurrent()).toBe(true);
  expect(await read.$count(read.tables.units)).toBe(1);
  await close();
  expect(existsSync(`${file}-wal`)).toBe(false);
});
