import { expect, test } from 'vitest';
import { summaryOf } from '#domain/channels/import-report-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields, onX, openChannelRoom } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { importInto, planFor, registerFile, registrySampleFile, wholeRegister } from '#tests/support/register-files.ts';

const LATER = new Date('2027-01-01T10:00:00Z');
const HEADER = ['name', 'unit', 'link', 'status'];

forEachEngine((open) => {
  test('lines of a real register go in, and the same file again changes nothing at all', async () => {
    const room = await openChannelRoom(open);
    const file = await registrySampleFile();
    const first = summaryOf(await importInto(room, file));
    expect(first).toMatchObject({ lines: 192, added: 162, changed: 0, unchanged: 0, refused: 30 });
    const before = await wholeRegister(room);
    const again = summaryOf(await importInto(room, file, LATER));
    expect(again).toMatchObject({ ...first, added: 0, unchanged: first.added, units: 0 });
    expect(await wholeRegister(room)).toEqual(before);
  });

  test('what is planned is what happens, and planning changes nothing', async () => {
    const room = await openChannelRoom(open);
    const file = await registrySampleFile();
    const before = await wholeRegister(room);
    const planned = summaryOf(await planFor(room, file));
    expect(await wholeRegister(room)).toEqual(before);
    expect(summaryOf(await importInto(room, file))).toEqual(planned);
  });

  test('a new channel is found by search, has a history, an address and a unit made for it', async () => {
    const room = await openChannelRoom(open);
    await importInto(
      room,
      await registerFile([HEADER, ['Pool news', 'Sport & Leisure', 'https://twitter.com/SandfordPool', '']]),
    );
    const { channels, units, changes } = await wholeRegister(room);
    expect(channels).toMatchObject([
      {
        slug: 'pool-news',
        platformKey: 'x',
        url: 'https://x.com/SandfordPool',
        linkKey: 'x:sandfordpool',
        status: 'open',
      },
    ]);
    expect(units.find(({ name }) => name === 'Sport & Leisure')?.slug).toBe('sport-leisure');
    expect(changes.map(({ changes }) => changes)).toEqual([[{ field: 'added', from: '', to: '' }]]);
    expect((await searchEverything(room.read, STRANGER, 'pool', 1)).results).toMatchObject([
      { path: '/channels/pool-news' },
    ]);
  });

  test('fields that are not in the file are left alone, and only what differs is written down', async () => {
    const room = await openChannelRoom(open);
    await room.save(
      'a',
      channelFields('libraries', { ...onX('pool'), objective: 'Old', notes: 'Keep me', status: 'paused' }),
    );
    const before = (await wholeRegister(room)).channels[0];
    const file = await registerFile([
      ['link', 'name', 'unit', 'objective'],
      ['x.com/pool', 'pool', 'Libraries', 'New'],
    ]);
    expect(summaryOf(await importInto(room, file, LATER))).toMatchObject({ added: 0, changed: 1 });
    const { channels, changes } = await wholeRegister(room);
    expect(channels).toEqual([{ ...before, objective: 'New', updatedAt: LATER }]);
    expect(changes.map(({ changes }) => changes).at(-1)).toEqual([{ field: 'objective', from: 'Old', to: 'New' }]);
  });

  test('a channel that was closed here stays closed when a file that says nothing of it lists it', async () => {
    const room = await openChannelRoom(open);
    await room.save('a', channelFields('libraries', { ...onX('pool'), status: 'closed' }));
    const before = await wholeRegister(room);
    const file = await registerFile([
      ['name', 'unit', 'link'],
      ['pool', 'Libraries', 'x.com/pool'],
    ]);
    expect(summaryOf(await importInto(room, file, LATER))).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await wholeRegister(room)).toEqual(before);
  });

  test('channels on a platform that is gone come in closed, without holding a link', async () => {
    const room = await openChannelRoom(open);
    await importInto(
      room,
      await registerFile([HEADER, ['Old page', 'Libraries', 'https://plus.google.com/+sandford', '']]),
    );
    const { channels, closures } = await wholeRegister(room);
    expect(channels).toMatchObject([
      { status: 'closed', openLinkKey: null, linkKey: expect.stringContaining('google_plus') },
    ]);
    expect(closures).toMatchObject([{ closedOn: '2019-04-02', why: 'platform-gone' }]);
  });

  test('an import that breaks half-way leaves nothing', async () => {
    const room = await openChannelRoom(open);
    const before = await wholeRegister(room);
    const file = await registrySampleFile();
    let planned = 0;
    await planFor(room, file, () => `${planned++}`);
    let left = planned + 60; // past the first batch of fifty
    const counted = () => (left-- > 0 ? newId() : breakOff());
    await expect(importInto(room, file, LATER, counted)).rejects.toThrow('broke off');
    expect(await wholeRegister(room)).toEqual(before);
  });
});

function breakOff(): never {
  throw new Error('broke off');
}
