import { expect, test } from 'vitest';
import { summaryOf } from '#domain/channels/import-report-rules.ts';
import { channelFields, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { importInto, registerFile, wholeRegister } from '#tests/support/register-files.ts';

const HEADER = ['name', 'unit', 'link', 'status'];

const reasons = ({ refused }: { refused: { line: number; why: string; sentence: string }[] }) =>
  refused.map(({ line, why, sentence }) => [line, why, sentence]);

forEachEngine((open) => {
  test('units are found by name and older names, whatever the case, and made once', async () => {
    const room = await openChannelRoom(open);
    await room.write((tx) =>
      tx.insert(tx.tables.units).values({ id: 'parks', slug: 'parks', name: 'Parks', aliases: ['Green Spaces'] }),
    );
    const rows = [
      ['a', 'LIBRARIES', 'x.com/a', ''],
      ['b', 'green  spaces', 'x.com/b', ''],
      ['c', 'Museums', 'x.com/c', ''],
      ['d', 'museums', 'x.com/d', ''],
    ];
    const plan = await importInto(room, await registerFile([HEADER, ...rows]));
    expect(plan.units.map(({ name }) => name)).toEqual(['Museums']);
    const { channels, units } = await wholeRegister(room);
    const nameOf = new Map(units.map(({ id, name }) => [id, name]));
    expect(channels.map(({ unitId }) => nameOf.get(unitId))).toEqual(['Libraries', 'Parks', 'Museums', 'Museums']);
  });

  test('dirty lines are refused by line, each with what to mend; the others go in', async () => {
    const room = await openChannelRoom(open);
    await room.save('held', channelFields('libraries', onX('held')));
    const rows = [
      ['Good', 'Libraries', 'x.com/good', ''],
      ['Good again', 'Libraries', 'https://twitter.com/GOOD?s=20', ''],
      ['', 'Libraries', 'x.com/nameless', ''],
      ['No unit', ' ', 'x.com/nounit', ''],
      ['Home page', 'Libraries', 'https://x.com/', ''],
      ['No link', 'Libraries', '', ''],
      ['Status', 'Libraries', 'x.com/status', 'sleeping'],
      ['Short', 'Libraries'],
      ['x'.repeat(121), 'Libraries', 'x.com/long', ''],
    ];
    const plan = await importInto(room, await registerFile([HEADER, ...rows]));
    expect(plan.added).toHaveLength(1);
    expect(reasons(plan)).toEqual([
      [3, 'twice', 'The same channel or link as line 2.'],
      [4, 'missing', '“name” is empty.'],
      [5, 'missing', '“unit” is empty.'],
      [6, 'link', expect.stringContaining('home page')],
      [7, 'missing', expect.stringContaining('link')],
      [8, 'value', expect.stringContaining('“sleeping” is not known in “status”')],
      [9, 'shape', 'This line has 2 cells, the first line has 4.'],
      [10, 'value', '“name” has 121 characters: shorten it to 120 or fewer.'],
    ]);
  });

  test('a line cannot take the link that another channel holds', async () => {
    const room = await openChannelRoom(open);
    await room.save('a', channelFields('libraries', onX('pool')));
    await room.save('b', channelFields('libraries', onX('baths')));
    const plan = await importInto(
      room,
      await registerFile([
        ['slug', 'link'],
        ['baths', 'x.com/pool'],
      ]),
    );
    expect(reasons(plan)).toEqual([[2, 'taken', 'Its link is listed already: pool.']]);
  });

  test('channels without a link are found again by platform, name and unit', async () => {
    const room = await openChannelRoom(open);
    const header = ['name', 'unit', 'platform', 'place'];
    const board = ['Notice board', 'Libraries', 'notice_board', 'By the door'];
    const rows = [header, board, ['Notice board', 'Parks', 'notice_board', 'At the gate'], board];
    const plan = await importInto(room, await registerFile(rows));
    expect(reasons(plan)).toEqual([[4, 'twice', 'The same channel or link as line 2.']]);
    const again = await importInto(room, await registerFile([header, [...board.slice(0, 3), 'Inside']]));
    expect(summaryOf(again)).toMatchObject({ added: 0, changed: 1 });
    expect((await wholeRegister(room)).channels.map(({ place }) => place).sort()).toEqual(['At the gate', 'Inside']);
  });

  test('a day on which something was done is refused while it is ahead, and today is not', async () => {
    const room = await openChannelRoom(open);
    const header = ['name', 'unit', 'link', 'lastCheckedOn', 'latestResultOn', 'twoStepCheckedOn', 'openedOn'];
    const row = (name: string, ...days: string[]) => [name, 'Libraries', `x.com/${name}`, ...days];
    const rows = [
      row('a', TODAY, TODAY, TODAY, '2027-01-01'),
      row('b', '2206-03-01', '', '', ''),
      row('c', '', '2026-12-04', '', ''),
      row('d', '', '', '+012026-12-04', ''),
    ];
    const plan = await importInto(room, await registerFile([header, ...rows]));
    expect(reasons(plan)).toEqual([
      [3, 'value', '“2206-03-01” in “lastCheckedOn” is still ahead: write today or an earlier day.'],
      [4, 'value', '“2026-12-04” in “latestResultOn” is still ahead: write today or an earlier day.'],
      [5, 'value', '“+012026-12-04” in “twoStepCheckedOn” is still ahead: write today or an earlier day.'],
    ]);
    const mended = await registerFile([header, row('b', '2026-03-01', '', '', '')]);
    expect(summaryOf(await importInto(room, mended))).toMatchObject({ added: 1, refused: 0 });
    const { channels } = await wholeRegister(room);
    expect(channels.map(({ lastReviewedOn }) => lastReviewedOn).sort()).toEqual(['2026-03-01', TODAY]);
  });

  test('owner and deputy are known by their addresses, and cannot be one person', async () => {
    const room = await openChannelRoom(open);
    await room.addPerson('ada');
    await room.addPerson('bea');
    const header = ['name', 'unit', 'link', 'ownerAddress', 'deputyAddress'];
    const rows = [
      ['a', 'Libraries', 'x.com/a', 'Ada@council.example', 'bea@council.example'],
      ['b', 'Libraries', 'x.com/b', 'ada@council.example', 'ada@council.example'],
      ['c', 'Libraries', 'x.com/c', 'nobody@council.example', ''],
    ];
    const plan = await importInto(room, await registerFile([header, ...rows]));
    expect(reasons(plan)).toEqual([
      [3, 'value', 'Owner and deputy are the same person.'],
      [4, 'value', 'Nobody with the address nobody@council.example has signed in here yet.'],
    ]);
    expect((await wholeRegister(room)).channels).toMatchObject([{ ownerId: 'ada', deputyId: 'bea' }]);
  });
});
