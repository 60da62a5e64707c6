import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { editChannels } from '#domain/channels/bulk-commands.ts';
import { planBulk } from '#domain/channels/bulk-queries.ts';
import { type BulkWish, linesOfBulk, type Selection } from '#domain/channels/bulk-rules.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { newId, newToken } from '#server/chance.ts';
import { channelFields, NO_FILTERS, NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const keeper = viewerIn('staff', 'kit', { isKeeper: true }) as Viewer & { person: NonNullable<Viewer['person']> };
const office = { newToken, siteUrl: 'https://site.example', siteName: 'Council' };
const breathe = async () => {};
const ALL: Selection = { filters: NO_FILTERS };

async function openBulkRoom(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const { read, write, save, addUnit } = room;
  await addUnit('parks', 'Parks');
  for (const id of ['ann', 'ben', 'kit']) await room.addPerson(id);
  const board = (id: string, wished = {}) => save(id, channelFields('libraries', { name: `Board ${id}`, ...wished }));
  const plan = (wish: BulkWish, selection = ALL, who: Viewer = keeper) =>
    planBulk(read, who, { selection, wish, today: TODAY, breathe });
  const press = async (wish: BulkWish, selection = ALL, shown?: Awaited<ReturnType<typeof plan>>) => {
    const lines = [...linesOfBulk(shown ?? (await plan(wish, selection)))].join('\n');
    const isShown = async (now: Parameters<typeof linesOfBulk>[0]) => [...linesOfBulk(now)].join('\n') === lines;
    const edit = { selection, wish, today: TODAY, breathe, isShown, office, now: NOW, newId };
    return write((tx) => editChannels(tx, keeper, edit));
  };
  const rows = () => read.select().from(read.tables.channels).orderBy(read.tables.channels.id);
  const letters = () => read.select().from(read.tables.outbox).orderBy(read.tables.outbox.recipient);
  const changes = async () => (await read.select().from(read.tables.channelChanges)).slice();
  return { ...room, board, plan, press, rows, letters, changes };
}

forEachEngine((open) => {
  test('many channels get another owner, unit and check in one write, each with a word in its history', async () => {
    const room = await openBulkRoom(open);
    for (const id of ['1', '2', '3']) await room.board(id, { ownerId: id === '3' ? 'ben' : 'ann' });
    const wish = { ownerId: 'ben', unitId: 'parks', reviewDueOn: '2027-02-01' };
    const slugs = ['board-1', 'board-3', 'gone'];
    const plan = await room.plan(wish, { slugs });
    expect(plan).toMatchObject({ unchanged: 0, missing: 1 });
    expect(plan.rows.map(({ changes }) => changes.map(({ field }) => field))).toEqual([
      ['ownerId', 'unitId', 'reviewDueOn'],
      ['unitId', 'reviewDueOn'],
    ]);
    expect(await room.press(wish, { slugs })).toEqual({ kind: 'changed', count: 2 });
    expect(await room.rows()).toMatchObject([wish, { ownerId: 'ann', unitId: 'libraries', reviewDueOn: null }, wish]);
    const written = (await room.changes()).filter(({ changedById }) => changedById === 'kit');
    expect(written.map(({ channelId, changes }) => [channelId, changes.length]).sort()).toEqual([
      ['1', 3],
      ['3', 2],
    ]);
    expect((await searchEverything(room.read, keeper, 'parks', 1)).results).toHaveLength(2);
    expect(await room.plan(wish, { slugs })).toMatchObject({ rows: [], unchanged: 2 });
  });

  test('everybody concerned gets one letter with all their channels, and whoever did it none', async () => {
    const room = await openBulkRoom(open);
    for (const id of ['1', '2']) await room.board(id, { ownerId: 'ann', deputyId: 'kit' });
    await room.board('3');
    await room.press({ ownerId: 'ben' });
    const letters = await room.letters();
    expect(letters.map(({ recipient }) => recipient)).toEqual(['ann@council.example', 'ben@council.example']);
    expect(letters[0]?.plainText).toContain('Board 1: Owner: Name of ben (before: Name of ann)');
    expect(letters.map(({ plainText }) => plainText.includes('Board 3'))).toEqual([false, true]);
  });

  test('what cannot be is said and stays: an owner who is the deputy, a check of what is over', async () => {
    const room = await openBulkRoom(open);
    await room.board('1', { ownerId: 'ann', deputyId: 'ben' });
    await room.board('2', { status: 'closed' });
    await room.board('3');
    const problems = async (wish: BulkWish) => (await room.plan(wish)).rows.map(({ problem }) => problem);
    expect(await problems({ ownerId: 'ben' })).toEqual(['owner-is-deputy', undefined, undefined]);
    expect(await problems({ reviewDueOn: TODAY })).toEqual([undefined, 'over', undefined]);
    expect(await room.press({ ownerId: 'ben' })).toEqual({ kind: 'changed', count: 2 });
    expect((await room.rows()).map(({ ownerId }) => ownerId)).toEqual(['ann', 'ben', 'ben']);
  });

  test('of two keepers who change the same channels at once, the second is told to look again', async () => {
    const room = await openBulkRoom(open);
    for (const id of ['1', '2']) await room.board(id, { ownerId: 'ann' });
    const [toBen, toParks] = [await room.plan({ ownerId: 'ben' }), await room.plan({ ownerId: 'kit' })];
    const outcomes = await Promise.all([
      room.press({ ownerId: 'ben' }, ALL, toBen),
      room.press({ ownerId: 'kit' }, ALL, toParks),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'changed-since']);
    expect(new Set((await room.rows()).map(({ ownerId }) => ownerId)).size).toBe(1);
  });

  test('a filter chooses what it shows in the list, and nobody but a keeper chooses anything', async () => {
    const room = await openBulkRoom(open);
    await room.board('1', { objective: 'Sell cake' });
    await room.board('2', { unitId: 'parks' });
    const byWords = { filters: { ...NO_FILTERS, query: 'cake' } };
    const byUnit = { filters: { ...NO_FILTERS, unitIds: ['parks'] } };
    const found = async (selection: Selection) =>
      (await room.plan({ ownerId: 'ann' }, selection)).rows.map(({ id }) => id);
    expect([await found(byWords), await found(byUnit), await found(ALL)]).toEqual([['1'], ['2'], ['1', '2']]);
    expect((await room.plan({ ownerId: 'ann' }, ALL, viewerIn('staff'))).rows).toEqual([]);
  });
});
