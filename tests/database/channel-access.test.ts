import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { endAccess, giveAccess } from '#domain/channels/channel-access-commands.ts';
import { listAccess } from '#domain/channels/channel-access-queries.ts';
import { listHistory } from '#domain/channels/channel-history-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const LATER = '2027-01-15';
const change = { channelId: 'c', personId: 'ann', day: TODAY, changedById: 'ben', now: NOW, newId };

async function openShared(open: () => Promise<Database>, wished = {}) {
  const room = await openChannelRoom(open);
  for (const id of ['ann', 'ben']) await room.addPerson(id);
  await room.save('c', channelFields('libraries', wished));
  return room;
}

forEachEngine((open) => {
  test('access is given once, changes its level without a new beginning, ends, and can begin again', async () => {
    const { read, write } = await openShared(open);
    const holders = () => listAccess(read, { id: 'c', isHolder: true });
    expect(await write((tx) => giveAccess(tx, { ...change, level: 'editor' }))).toEqual({ kind: 'given' });
    expect(await write((tx) => giveAccess(tx, { ...change, level: 'editor' }))).toEqual({ kind: 'unchanged' });
    await write((tx) => giveAccess(tx, { ...change, level: 'admin', day: LATER }));
    expect(await holders()).toEqual([{ personId: 'ann', name: 'Name of ann', level: 'admin', since: TODAY }]);
    expect(await listAccess(read, { id: 'c', isHolder: false })).toEqual([]);
    expect(await write((tx) => endAccess(tx, { ...change, day: LATER }))).toEqual({ kind: 'ended' });
    expect(await write((tx) => endAccess(tx, change))).toEqual({ kind: 'unchanged' });
    expect(await holders()).toEqual([]);
    await write((tx) => giveAccess(tx, { ...change, level: 'viewer', day: LATER }));
    expect(await holders()).toMatchObject([{ level: 'viewer', since: LATER }]);
  });

  test('the history of access is read by those who hold the keys only', async () => {
    const { read, write } = await openShared(open);
    await write((tx) => giveAccess(tx, { ...change, level: 'editor' }));
    const changes = async (isHolder: boolean) =>
      (await listHistory(read, viewerIn('staff'), { id: 'c', isHolder })).flatMap((entry) => entry.changes);
    expect(await changes(true)).toContainEqual({ field: 'access', from: '', to: 'Name of ann, editor' });
    expect((await changes(false)).map(({ field }) => field)).toEqual(['added']);
  });
});
