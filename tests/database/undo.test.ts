import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { endAccess, giveAccess } from '#domain/channels/channel-access-commands.ts';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { undoChange } from '#domain/channels/undo-commands.ts';
import { findUndo } from '#domain/channels/undo-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const keeper = { ...viewerIn('staff'), isKeeper: true };
const closing = { closedOn: TODAY, why: 'merged', goInsteadId: null, handleFate: 'released' } as const;

async function openUndoRoom(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const { read, write, save } = room;
  for (const id of ['ann', 'ben', 'kit']) await room.addPerson(id);
  const put = (wished: Partial<ChannelFields>, id = 'a') =>
    save(id, channelFields('libraries', { ...onX('sandford'), name: id, ...wished }));
  const entries = async (channelId = 'a') => {
    const { channelChanges } = read.tables;
    return read
      .select()
      .from(channelChanges)
      .where(eq(channelChanges.channelId, channelId))
      .orderBy(asc(channelChanges.id));
  };
  const plan = async (slug = 'a', entryId?: string) =>
    findUndo(read, keeper, slug, entryId ?? (await entries(slug)).at(-1)?.id ?? '');
  const press = (mark: string, entryId: string, slug = 'a') =>
    write((tx) => undoChange(tx, { slug, entryId, mark, undoneById: 'kit', today: TODAY, now: NOW, newId }));
  const undo = async (slug = 'a', entryId?: string) => {
    const id = entryId ?? (await entries(slug)).at(-1)?.id ?? '';
    return press((await plan(slug, id))?.mark ?? '', id, slug);
  };
  const close = (wished = {}, id = 'a') =>
    write((tx) => closeChannel(tx, { ...closing, id, closedById: 'kit', now: NOW, newId, ...wished }));
  const row = async (id = 'a') =>
    (await read.select().from(read.tables.channels).where(eq(read.tables.channels.id, id)))[0];
  return { ...room, put, entries, plan, press, undo, close, row };
}

forEachEngine((open) => {
  test('an undone change is put back whole, the undoing is an entry, and can be undone as well', async () => {
    const { put, undo, row, entries } = await openUndoRoom(open);
    await put({});
    const before = await row();
    await put({ ...onX('moved'), name: 'b', languages: ['cy'], tags: ['x'], ownerId: 'ann', emergencyUse: true });
    const after = await row();
    expect(await undo()).toEqual({ kind: 'undone' });
    expect(await row()).toEqual(before);
    const history = await entries();
    expect(history[2]).toMatchObject({ undoesId: history[1]?.id, changedById: 'kit' });
    expect(await undo()).toEqual({ kind: 'undone' });
    expect(await row()).toEqual(after);
  });

  test('what somebody changed again since stays, and is said before anything is undone', async () => {
    const { put, plan, undo, row, entries } = await openUndoRoom(open);
    await put({});
    await put({ objective: 'New', audience: 'All' });
    const id = (await entries())[1]?.id;
    await put({ objective: 'Newer', audience: 'All' });
    const said = (await plan('a', id))?.plan.map(({ field, does, now }) => [field, does, now]);
    expect(said).toEqual([
      ['objective', 'newer', 'Newer'],
      ['audience', 'back', 'All'],
    ]);
    expect(await undo('a', id)).toEqual({ kind: 'undone' });
    expect(await row()).toMatchObject({ objective: 'Newer', audience: channelFields('libraries').audience });
    expect(await undo('a', id)).toEqual({ kind: 'nothing-to-undo' });
  });

  test('of an undoing and a newer change at once one wins, and what was shown is what is done', async () => {
    const { put, plan, press, row, entries } = await openUndoRoom(open);
    await put({});
    await put({ objective: 'New' });
    const id = (await entries())[1]?.id ?? '';
    const mark = (await plan('a', id))?.mark ?? '';
    const [saved, pressed] = await Promise.all([put({ objective: 'Newer' }), press(mark, id)]);
    expect(saved.kind).toBe('changed');
    if (pressed.kind === 'changed-since') expect(await entries()).toHaveLength(3);
    else expect(pressed.kind).toBe('undone');
    expect((await row())?.objective).toBe('Newer');
    expect(await press(mark, id)).toEqual({ kind: 'changed-since' });
  });

  test('an undone closing opens the channel again, unless another has its link by now', async () => {
    const { put, close, undo, row, entries, read } = await openUndoRoom(open);
    await put({});
    await put({ ...onX('other'), name: 'b' }, 'b');
    await close({ goInsteadId: 'b' });
    const closed = (await entries()).at(-1);
    expect(closed?.changes.map(({ field }) => field)).toEqual([
      'status',
      'closedOn',
      'why',
      'goInsteadId',
      'handleFate',
    ]);
    expect(await undo()).toEqual({ kind: 'undone' });
    expect(await row()).toMatchObject({ status: 'open', openLinkKey: 'x:sandford' });
    expect(await read.select().from(read.tables.channelClosures)).toEqual([]);
    expect(await undo()).toEqual({ kind: 'undone' });
    expect(await row()).toMatchObject({ status: 'closed', openLinkKey: null });
    const { closedOn, why, goInsteadId, handleFate } = { ...closing, goInsteadId: 'b' };
    expect(await read.select().from(read.tables.channelClosures)).toMatchObject([
      { closedOn, why, goInsteadId, handleFate, closedById: 'kit' },
    ]);
    await put({ name: 'c' }, 'c');
    expect(await undo()).toMatchObject({ kind: 'already-listed', name: 'c' });
    expect((await row())?.status).toBe('closed');
  });

  test('mending how a channel ended is written down, and undone', async () => {
    const { put, close, undo, entries, read } = await openUndoRoom(open);
    await put({});
    await close();
    await close({ why: 'campaign-over' });
    expect((await entries()).at(-1)?.changes).toEqual([{ field: 'why', from: 'merged', to: 'campaign-over' }]);
    await undo();
    expect(await read.select().from(read.tables.channelClosures)).toMatchObject([{ why: 'merged' }]);
  });

  test('access that was given, changed or ended can be undone', async () => {
    const { put, undo, write, read } = await openUndoRoom(open);
    await put({});
    const change = { channelId: 'a', personId: 'ann', day: TODAY, changedById: 'ben', now: NOW, newId };
    const access = async () => {
      const [row] = await read.select().from(read.tables.channelAccess);
      return row?.until === null ? row.level : undefined;
    };
    await write((tx) => giveAccess(tx, { ...change, level: 'editor' }));
    await undo();
    expect(await access()).toBeUndefined();
    await write((tx) => giveAccess(tx, { ...change, level: 'editor' }));
    await write((tx) => giveAccess(tx, { ...change, level: 'admin' }));
    await undo();
    expect(await access()).toBe('editor');
    await write((tx) => endAccess(tx, change));
    await undo();
    expect(await access()).toBe('editor');
  });

  test('only keepers see what can be undone, and an entry of another channel is none of this one', async () => {
    const { put, plan, read, entries } = await openUndoRoom(open);
    await put({});
    await put({ ...onX('other'), name: 'b' }, 'b');
    const [entry] = await entries('b');
    expect(await plan('a', entry?.id)).toBeUndefined();
    expect((await plan('b', entry?.id))?.plan).toMatchObject([{ field: 'added', does: 'never' }]);
    expect(await findUndo(read, viewerIn('staff'), 'b', entry?.id ?? '')).toBeUndefined();
  });
});
