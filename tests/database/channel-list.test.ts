import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { countByUnit, listChoices } from '#domain/channels/channel-count-queries.ts';
import type { ChannelFilters } from '#domain/channels/channel-filter-rules.ts';
import { countChannels, listChannels } from '#domain/channels/channel-list-queries.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { channelFields, NO_FILTERS, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

/** A room, and the names a filter leaves; the count must agree each time. */
async function openList(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const add = (name: string, wished: Partial<ChannelFields> = {}, checkedOn: string | null = TODAY) =>
    room.save(name, channelFields('libraries', { name, ...wished }), checkedOn);
  const names = async (wished: Partial<ChannelFilters> = {}, viewer = STRANGER) => {
    const filters = { ...NO_FILTERS, ...wished };
    const rows = await listChannels(room.read, viewer, filters, TODAY, 1);
    expect(await countChannels(room.read, viewer, filters, TODAY)).toBe(rows.length);
    return rows.map(({ name }) => name);
  };
  return { ...room, add, names };
}

forEachEngine((open) => {
  test('each circle sees its own channels and the wider ones', async () => {
    const { add, names } = await openList(open);
    for (const circle of ['public', 'partner', 'staff'] as const) await add(circle, { circle });
    expect(await names()).toEqual(['public']);
    expect(await names({}, viewerIn('partner'))).toEqual(['partner', 'public']);
    expect(await names({}, viewerIn('staff'))).toEqual(['partner', 'public', 'staff']);
    expect(await names({ query: 'notice' }, viewerIn('partner'))).toHaveLength(2);
  });

  test('people outside see open, paused and closed channels only, also when they ask for others or search', async () => {
    const { add, names } = await openList(open);
    for (const status of ['open', 'paused', 'closed', 'requested', 'no-access', 'refused'] as const)
      await add(`${status} board`, { status });
    expect(await names()).toEqual(['closed board', 'open board', 'paused board']);
    expect(await names({ query: 'board' })).toHaveLength(3);
    expect(await names({ status: 'requested' })).toEqual([]);
    expect(await names({ status: 'requested' }, viewerIn('partner'))).toEqual([]);
    expect(await names({ status: 'requested' }, viewerIn('staff'))).toEqual(['requested board']);
    expect(await names({ query: 'board' }, viewerIn('staff'))).toHaveLength(6);
  });

  test('a text finds names, handles and what a channel is for, best first, and goes together with filters', async () => {
    const { add, names } = await openList(open);
    await add('Bins', { objective: 'Say when the trams stop' });
    await add('Trams', onX('sandfordtrams', { name: 'Trams' }));
    await add('Parks');
    await add('Letters', { platformKey: 'e_mail', handle: 'post@council.example' });
    expect(await names({ query: 'tram' })).toEqual(['Trams', 'Bins']);
    expect(await names({ query: 'sandfordtr' })).toEqual(['Trams']);
    expect(await names({ query: 'tram', platformKey: 'notice_board' })).toEqual(['Bins']);
    expect(await names({ query: 'emails' })).toEqual(['Letters']);
    expect(await names({ query: '!!' })).toEqual(['Bins', 'Letters', 'Parks', 'Trams']);
  });

  test('unit, platform, language and status narrow the list', async () => {
    const { add, addUnit, names } = await openList(open);
    await addUnit('parks');
    await add('a', onX('a'));
    await add('b', { unitId: 'parks', languages: ['en', 'cy'] });
    await add('c', { status: 'paused', languages: ['cy'] });
    expect(await names({ unitIds: ['parks'] })).toEqual(['b']);
    expect(await names({ unitIds: [] })).toEqual([]);
    expect(await names({ platformKey: 'x' })).toEqual(['a']);
    expect(await names({ language: 'cy' })).toEqual(['b', 'c']);
    expect(await names({ language: 'y' })).toEqual([]);
    expect(await names({ status: 'paused', language: 'cy' })).toEqual(['c']);
  });

  test('asking for channels without owner or deputy leaves out those that are over', async () => {
    const { add, addPerson, names } = await openList(open);
    for (const id of ['ann', 'ben']) await addPerson(id);
    await add('both', { ownerId: 'ann', deputyId: 'ben' });
    await add('no deputy', { ownerId: 'ann' });
    await add('nobody');
    await add('over', { status: 'closed' });
    expect(await names({ hasNoOwner: true })).toEqual(['nobody']);
    expect(await names({ hasNoDeputy: true })).toEqual(['no deputy', 'nobody']);
  });

  test('reviews are fine, due within a month, overdue or never done, and the counts by unit say the same', async () => {
    const { add, names, read, addUnit } = await openList(open);
    await addUnit('parks', 'Parks');
    await add('fine', {}, '2026-11-01');
    await add('due today', {}, '2026-06-03');
    await add('due in a month', {}, '2026-07-02');
    await add('overdue', {}, '2026-06-02');
    await add('never', { unitId: 'parks' }, null);
    await add('over', { status: 'closed' }, null);
    await add('staff', { circle: 'staff' });
    expect(await names({ review: 'fine' })).toEqual(['fine']);
    expect(await names({ review: 'due-soon' })).toEqual(['due in a month', 'due today']);
    expect(await names({ review: 'overdue' })).toEqual(['overdue']);
    expect(await names({ review: 'never' })).toEqual(['never']);
    expect(await countByUnit(read, STRANGER, TODAY)).toMatchObject([
      { slug: 'libraries', name: 'Libraries', fine: 1, 'due-soon': 2, overdue: 1, never: 0 },
      { slug: 'parks', fine: 0, 'due-soon': 0, overdue: 0, never: 1 },
    ]);
    expect((await countByUnit(read, viewerIn('staff'), TODAY))[0]?.fine).toBe(2);
  });

  test('fifty to a page, and the next page goes on where it stopped', async () => {
    const { read, write, save } = await openChannelRoom(open);
    expect(write).toBeDefined();
    for (let n = 10; n < 63; n++) await save(`${n}`, channelFields('libraries', { name: `Board ${n}` }));
    const names = async (page: number) =>
      (await listChannels(read, STRANGER, NO_FILTERS, TODAY, page)).map(({ name }) => name);
    expect((await names(1)).slice(-1)).toEqual(['Board 59']);
    expect(await names(2)).toEqual(['Board 60', 'Board 61', 'Board 62']);
    expect(await names(3)).toEqual([]);
    const found = await listChannels(read, STRANGER, { ...NO_FILTERS, query: 'board' }, TODAY, 2);
    expect(found.map(({ total }) => total)).toEqual([53, 53, 53]);
  });

  test('the owner is named to staff and partners, and to everyone only when they agreed', async () => {
    const { add, addPerson, read } = await openList(open);
    await addPerson('ann');
    await addPerson('ben', { showsName: true });
    await add('a', { ownerId: 'ann' });
    await add('b', { ownerId: 'ben' });
    await add('c');
    const owners = async (viewer = STRANGER) =>
      (await listChannels(read, viewer, NO_FILTERS, TODAY, 1)).map(({ hasOwner, ownerName }) => [hasOwner, ownerName]);
    expect(await owners()).toEqual([
      [true, null],
      [true, 'Name of ben'],
      [false, null],
    ]);
    expect(await owners(viewerIn('partner'))).toEqual([
      [true, 'Name of ann'],
      [true, 'Name of ben'],
      [false, null],
    ]);
  });

  test('the choices are the platforms and languages a viewer can find something for', async () => {
    const { add, read } = await openList(open);
    await add('a', { languages: ['en', 'cy'] });
    await add('b', onX('b', { circle: 'staff', languages: ['pl'] }));
    expect(await listChoices(read, STRANGER)).toEqual({
      platforms: [{ key: 'notice_board', label: 'Notice board' }],
      languages: ['cy', 'en'],
    });
    expect((await listChoices(read, viewerIn('staff'))).languages).toEqual(['cy', 'en', 'pl']);
  });
});
