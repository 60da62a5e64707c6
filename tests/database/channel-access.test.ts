import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { endAccess, giveAccess } from '#domain/channels/channel-access-commands.ts';
import { listAccess } from '#domain/channels/channel-access-queries.ts';
import { listHistory } from '#domain/channels/channel-history-queries.ts';
import { reportChannel } from '#domain/channels/channel-report-commands.ts';
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

  test('what somebody found wrong goes to the team and the owner, once to each address', async () => {
    const { read, write } = await openShared(open, { ownerId: 'ann', teamMailbox: 'ann@council.example' });
    const report = { channelId: 'c', words: 'It moved', answerTo: '', link: 'https://site.example/c', now: NOW, newId };
    expect(await write((tx) => reportChannel(tx, report))).toEqual({ kind: 'passed-on' });
    const letters = await read.select().from(read.tables.outbox);
    expect(letters.map(({ recipient }) => recipient)).toEqual(['ann@council.example']);
    expect(letters[0]?.plainText).toContain('It moved');
  });

  test('with nobody to tell, nothing is promised', async () => {
    const { write } = await openShared(open, { teamMailbox: '' });
    const report = { words: 'It moved', answerTo: '', link: 'https://site.example/c', now: NOW, newId };
    expect(await write((tx) => reportChannel(tx, { ...report, channelId: 'c' }))).toEqual({ kind: 'nobody-to-tell' });
    expect(await write((tx) => reportChannel(tx, { ...report, channelId: 'x' }))).toEqual({ kind: 'no-such-channel' });
  });
});
