import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { findClosure } from '#domain/channels/channel-closure-queries.ts';
import { listHistory, listReviews } from '#domain/channels/channel-history-queries.ts';
import { findChannel, findWholeChannel } from '#domain/channels/channel-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const partner = viewerIn('partner');
const staff = viewerIn('staff');
const owner = viewerIn('staff', 'ann');
const deputy = viewerIn('partner', 'ben');
const keeper = viewerIn('staff', 'kit', { isKeeper: true });
const admin = viewerIn('staff', 'ada', { isAdmin: true });

const FULL = onX('sandford', {
  ownerId: 'ann',
  deputyId: 'ben',
  notes: 'NOTE-FOR-STAFF',
  outOfHoursPhone: 'PHONE-FOR-STAFF',
  signInPlace: 'PLACE-FOR-HOLDERS',
  contactsKeptIn: 'CONTACTS-FOR-HOLDERS',
});

/** One channel with something in every kind of field. */
async function openFull(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  for (const id of ['ann', 'ben', 'kit']) await room.addPerson(id);
  await room.save('c', channelFields('libraries', FULL), TODAY);
  return { ...room, close: (closing = {}) => room.write((tx) => closeChannel(tx, { ...CLOSING, ...closing })) };
}
const CLOSING = {
  id: 'c',
  closedOn: TODAY,
  why: 'merged',
  goInsteadId: null,
  handleFate: 'released',
  closedById: 'kit',
  now: NOW,
  newId,
} as const;

forEachEngine((open) => {
  test('people outside read what a channel is and which office answers, but no name, note or place of a key', async () => {
    const { read } = await openFull(open);
    const seen = await findChannel(read, STRANGER, 'sandford', TODAY);
    expect(seen).toMatchObject({
      handle: 'sandford',
      url: 'https://x.com/sandford',
      owner: { name: null, role: 'Job of ann' },
      deputy: { name: null, role: 'Job of ben' },
      unit: { name: 'Libraries' },
      isHolder: false,
      staff: undefined,
      keys: undefined,
    });
    expect(JSON.stringify(seen)).not.toMatch(/FOR-STAFF|FOR-HOLDERS|Name of|"ann"|reviewDueOn/);
  });

  test('partners also read the names; staff also read notes and the number out of hours', async () => {
    const { read } = await openFull(open);
    const forPartner = await findChannel(read, partner, 'sandford', TODAY);
    expect(forPartner).toMatchObject({ owner: { name: 'Name of ann' }, deputy: { name: 'Name of ben' } });
    expect(JSON.stringify(forPartner)).not.toMatch(/FOR-STAFF|FOR-HOLDERS/);
    const forStaff = await findChannel(read, staff, 'sandford', TODAY);
    expect(forStaff?.staff).toMatchObject({ notes: 'NOTE-FOR-STAFF', outOfHoursPhone: 'PHONE-FOR-STAFF' });
    expect(JSON.stringify(forStaff)).not.toContain('FOR-HOLDERS');
  });

  test('owner, deputy, keepers and admins also read where the keys are; a deputy from a partner reads no staff notes', async () => {
    const { read } = await openFull(open);
    for (const viewer of [owner, keeper, admin]) {
      const seen = await findChannel(read, viewer, 'sandford', TODAY);
      expect(seen?.keys?.signInPlace).toBe('PLACE-FOR-HOLDERS');
      expect(seen?.staff?.notes).toBe('NOTE-FOR-STAFF');
    }
    const forDeputy = await findChannel(read, deputy, 'sandford', TODAY);
    expect(forDeputy?.keys?.contactsKeptIn).toBe('CONTACTS-FOR-HOLDERS');
    expect(forDeputy?.staff).toBeUndefined();
  });

  test('only who keeps the register gets a whole record to edit', async () => {
    const { read } = await openFull(open);
    for (const viewer of [STRANGER, partner, staff, owner])
      expect(await findWholeChannel(read, viewer, 'sandford')).toBeUndefined();
    for (const viewer of [keeper, admin])
      expect(await findWholeChannel(read, viewer, 'sandford')).toMatchObject({
        notes: 'NOTE-FOR-STAFF',
        ownerId: 'ann',
      });
  });

  test('what is in another circle, or not open to people outside yet, is not found', async () => {
    const { read, save } = await openFull(open);
    await save('s', channelFields('libraries', { name: 'Staff board', circle: 'staff' }));
    await save('r', channelFields('libraries', { name: 'Wish', status: 'requested' }));
    for (const slug of ['staff-board', 'wish', 'nothing']) {
      expect(await findChannel(read, STRANGER, slug, TODAY)).toBeUndefined();
      expect(await findChannel(read, partner, slug, TODAY)).toBeUndefined();
    }
    expect((await findChannel(read, staff, 'wish', TODAY))?.status).toBe('requested');
  });

  test('a closed channel gives nobody its address, and says where to go instead to those who may go there', async () => {
    const { read, save, close } = await openFull(open);
    await save('new', channelFields('libraries', { name: 'New board', circle: 'staff' }));
    await close({ goInsteadId: 'new' });
    for (const viewer of [STRANGER, keeper])
      expect((await findChannel(read, viewer, 'sandford', TODAY))?.url).toBeNull();
    expect(await findClosure(read, STRANGER, 'c')).toEqual({
      closedOn: TODAY,
      why: 'merged',
      handleFate: null,
      instead: null,
    });
    expect(await findClosure(read, staff, 'c')).toMatchObject({ handleFate: null, instead: { slug: 'new-board' } });
    expect(await findClosure(read, keeper, 'c')).toMatchObject({ handleFate: 'released' });
  });

  test('staff read the history with names, holders read in it where the keys went, and nobody outside reads any', async () => {
    const { read, save } = await openFull(open);
    await save('c', channelFields('libraries', { ...FULL, ownerId: 'kit', signInPlace: 'Safe 2' }));
    await save('c', channelFields('libraries', { ...FULL, ownerId: 'kit', signInPlace: 'Safe 3' }));
    const channel = { id: 'c', isHolder: false };
    const changes = async (viewer = staff, isHolder = false) =>
      (await listHistory(read, viewer, { ...channel, isHolder })).map((entry) => entry.changes);
    expect(await changes()).toEqual([
      [{ field: 'ownerId', from: 'Name of ann', to: 'Name of kit' }],
      [{ field: 'added', from: '', to: '' }],
    ]);
    expect((await changes(keeper, true))[0]).toEqual([{ field: 'signInPlace', from: 'Safe 2', to: 'Safe 3' }]);
    expect(await changes(STRANGER)).toEqual([]);
    expect(await changes(deputy, true)).toEqual([]);
    expect(await listReviews(read, partner, 'c')).toEqual([]);
    expect(await listReviews(read, staff, 'c')).toMatchObject([{ result: 'changed', reviewedOn: TODAY }]);
  });
});
