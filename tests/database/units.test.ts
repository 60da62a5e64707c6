import { expect, test } from 'vitest';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { saveUnit, type UnitFields } from '#domain/units/unit-commands.ts';
import { findLead, findUnit, leadsUnit } from '#domain/units/unit-queries.ts';
import { channelFields, channelRoom, onX } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, seenBy } from '#tests/support/lessons.ts';

const fields = (more: Partial<UnitFields> = {}): UnitFields => ({
  ...{ name: 'Libraries', parentId: null, leadId: null, mailbox: null, phone: null, description: '', aliases: [] },
  ...more,
});

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const save = (id: string, more?: Partial<UnitFields>) => database.write((tx) => saveUnit(tx, id, fields(more)));
    return { ...database, database, save };
  }

  test('a unit has an address of its own, one name, and no ring of parents', async () => {
    const { save } = await openRoom();
    expect(await save('top', { name: 'New' })).toEqual({ kind: 'saved', slug: 'new-2' });
    expect(await save('a', { name: 'Parks', parentId: 'top' })).toEqual({ kind: 'saved', slug: 'parks' });
    expect(await save('b', { name: 'PARKS' })).toEqual({ kind: 'name-taken' });
    expect(await save('a', { name: 'Parks and trees', parentId: 'top' })).toEqual({ kind: 'saved', slug: 'parks' });
    expect((await save('top', { name: 'New', parentId: 'a' })).kind).toBe('ring');
    expect((await save('a', { name: 'Parks', parentId: 'a' })).kind).toBe('ring');
    expect((await save('a', { name: 'Parks', parentId: 'gone' })).kind).toBe('no-such-parent');
  });

  test('the lead of a unit, else of the nearest one above it, answers for it; only staff can', async () => {
    const { database, read, save } = await openRoom();
    const ann = await addPerson(database, 'ann@council.example', { name: 'Ann Lee' });
    const pat = await addPerson(database, 'pat@trust.example');
    await save('top', { name: 'Places', leadId: ann.person.id });
    await save('mid', { name: 'Parks', parentId: 'top' });
    await save('low', { name: 'Trees', parentId: 'mid' });
    expect((await save('low', { name: 'Trees', leadId: pat.person.id })).kind).toBe('no-such-lead');
    expect((await findLead(read, 'low'))?.email).toBe('ann@council.example');
    expect(await findLead(read, 'gone')).toBeUndefined();
    const leads = (id: string) => leadsUnit(read, ann.person.id, id);
    expect([await leads('top'), await leads('low'), await leadsUnit(read, pat.person.id, 'top')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('a stranger does not read the name of a lead who did not agree to be named', async () => {
    const { database, read, save } = await openRoom();
    const ann = await addPerson(database, 'ann@council.example', { name: 'Ann Lee' });
    await save('top', { name: 'Places', leadId: ann.person.id });
    const nameFor = async (circle: 'public' | 'partner' | 'staff') =>
      (await findUnit(read, seenBy(circle), 'places'))?.lead?.name ?? null;
    expect([await nameFor('public'), await nameFor('partner'), await nameFor('staff')]).toEqual([
      null,
      'Ann Lee',
      'Ann Lee',
    ]);
  });

  test('channels are found by the new name of their unit', async () => {
    const { database, read, write, save } = await openRoom();
    await write((tx) => installPlatforms(tx));
    await save('libraries');
    await channelRoom(database).save(
      'a',
      channelFields('libraries', onX('sandfordreads', { name: 'Reads' })),
      '2026-01-05',
    );
    await save('libraries', { name: 'Bookhouses' });
    const found = async (query: string) => (await searchEverything(read, STRANGER, query, 1)).total;
    expect([await found('bookhouses'), await found('libraries')]).toEqual([1, 0]);
  });
});
