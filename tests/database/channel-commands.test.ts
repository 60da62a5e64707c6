import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Reader } from '#db/database.ts';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { reviewChannel } from '#domain/channels/channel-review-commands.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const closing = {
  closedOn: TODAY,
  why: 'merged',
  goInsteadId: null,
  handleFate: 'kept-parked',
  closedById: null,
} as const;
const library = (wished = {}) => channelFields('libraries', wished);

async function findRow(read: Reader, id: string) {
  const [row] = await read.select().from(read.tables.channels).where(eq(read.tables.channels.id, id));
  return row;
}
const historyOf = async (read: Reader) => {
  const rows = await read.select().from(read.tables.channelChanges).orderBy(read.tables.channelChanges.id);
  return rows.map(({ changes }) => changes);
};

forEachEngine((open) => {
  test('of two keepers who add the same link at once, one adds it and the other learns where it is', async () => {
    const { save } = await openChannelRoom(open);
    const outcomes = await Promise.all([
      save('a', library(onX('Sandford'))),
      save('b', library(onX('sandford', { name: 'Sandford again' }))),
    ]);
    expect(outcomes).toEqual([
      { kind: 'added', slug: 'sandford' },
      { kind: 'already-listed', id: 'a', slug: 'sandford', name: 'Sandford' },
    ]);
  });

  test('a change cannot take a link that another channel holds', async () => {
    const { save, read } = await openChannelRoom(open);
    await save('a', library(onX('sandford')));
    await save('b', library(onX('oldname')));
    expect(await save('b', library(onX('sandford')))).toMatchObject({ kind: 'already-listed', id: 'a' });
    expect(await findRow(read, 'b')).toMatchObject({ handle: 'oldname', openLinkKey: 'x:oldname' });
  });

  test('many channels without a link stand beside each other, and each has an address of its own', async () => {
    const { save } = await openChannelRoom(open);
    const outcomes = [];
    for (const id of ['1', '2', '3', '4', '555555555555555']) outcomes.push(await save(id, library({ name: 'Board' })));
    expect(outcomes.map((outcome) => 'slug' in outcome && outcome.slug)).toEqual([
      'board',
      'board-notice-board',
      'board-notice-board-2',
      'board-notice-board-3',
      'board-notice-board-555555555555',
    ]);
  });

  test('closing keeps the channel and frees its link; opening it again takes the link back, if it is still free', async () => {
    const { save, write, read } = await openChannelRoom(open);
    await save('a', library(onX('sandford')));
    await write((tx) => closeChannel(tx, { ...closing, id: 'a', now: NOW, newId }));
    expect(await findRow(read, 'a')).toMatchObject({ status: 'closed', linkKey: 'x:sandford', openLinkKey: null });
    expect(await save('b', library(onX('sandford', { name: 'New' })))).toMatchObject({ kind: 'added' });
    expect(await save('a', library(onX('sandford')))).toMatchObject({ kind: 'already-listed', id: 'b' });
    await write((tx) => closeChannel(tx, { ...closing, id: 'b', now: NOW, newId }));
    expect(await save('a', library(onX('sandford')))).toMatchObject({ kind: 'changed' });
    const closures = await read.select().from(read.tables.channelClosures);
    expect(closures.map(({ channelId }) => channelId)).toEqual(['b']);
  });

  test('a closed channel sends people on only to one that is live, and not to itself', async () => {
    const { save, write, read } = await openChannelRoom(open);
    for (const id of ['a', 'b', 'c']) await save(id, library());
    const close = (id: string, goInsteadId: string | null) =>
      write((tx) => closeChannel(tx, { ...closing, id, goInsteadId, now: NOW, newId }));
    expect(await close('c', null)).toMatchObject({ kind: 'closed' });
    expect(await close('a', 'c')).toEqual({ kind: 'nowhere-to-go' });
    expect(await close('a', 'a')).toEqual({ kind: 'nowhere-to-go' });
    expect(await close('a', 'nothing')).toEqual({ kind: 'nowhere-to-go' });
    expect(await close('nothing', null)).toEqual({ kind: 'no-such-channel' });
    expect((await findRow(read, 'a'))?.status).toBe('open');
    expect(await close('a', 'b')).toMatchObject({ kind: 'closed' });
  });

  test('the owner is not the deputy', async () => {
    const { save, addPerson, read } = await openChannelRoom(open);
    await addPerson('ann');
    expect(await save('a', library({ ownerId: 'ann', deputyId: 'ann' }))).toEqual({ kind: 'owner-is-deputy' });
    expect(await findRow(read, 'a')).toBeUndefined();
  });

  test('the history says which fields changed, and saving the same again changes nothing', async () => {
    const { save, read } = await openChannelRoom(open);
    await save('a', library({ languages: ['en'] }));
    expect(await save('a', library({ languages: ['en', 'cy'], place: '' }))).toMatchObject({ kind: 'changed' });
    const before = await findRow(read, 'a');
    expect(await save('a', library({ languages: ['en', 'cy'], place: '' }))).toMatchObject({ kind: 'unchanged' });
    expect(await findRow(read, 'a')).toEqual(before);
    expect(await historyOf(read)).toEqual([
      [{ field: 'added', from: '', to: '' }],
      [
        { field: 'place', from: 'By the door', to: '' },
        { field: 'languages', from: 'en', to: 'en, cy' },
      ],
    ]);
  });

  test('a review lasts half a year, and an older check does not undo a newer one', async () => {
    const { save, write, read } = await openChannelRoom(open);
    expect(await save('a', library(), '2026-08-31')).toMatchObject({ kind: 'added' });
    expect(await findRow(read, 'a')).toMatchObject({ lastReviewedOn: '2026-08-31', reviewDueOn: '2027-02-28' });
    const review = { channelId: 'a', notes: '', reviewedById: null, reviewedOn: TODAY, newId };
    await write((tx) => reviewChannel(tx, { ...review, result: 'cannot-reach-owner' }));
    expect(await findRow(read, 'a')).toMatchObject({ lastReviewedOn: '2026-08-31' });
    await write((tx) => reviewChannel(tx, { ...review, result: 'still-right' }));
    expect(await findRow(read, 'a')).toMatchObject({ lastReviewedOn: TODAY, reviewDueOn: '2027-06-03' });
    expect(await save('a', library(), '2026-08-31')).toMatchObject({ kind: 'unchanged' });
    expect(await read.select().from(read.tables.channelReviews)).toHaveLength(3);
  });

  test('nobody reviews a channel that is closed', async () => {
    const { save, write } = await openChannelRoom(open);
    await save('a', library({ status: 'closed' }));
    const review = { channelId: 'a', result: 'still-right', notes: '', reviewedById: null, reviewedOn: TODAY } as const;
    expect(await write((tx) => reviewChannel(tx, { ...review, newId }))).toEqual({ kind: 'no-such-channel' });
  });

  test('search finds a channel by its handle, and keeps one that is only requested among staff', async () => {
    const { save, read } = await openChannelRoom(open);
    await save('a', library(onX('sandfordbins', { name: 'Bins' })));
    await save('b', library({ name: 'Tram board', status: 'requested' }));
    const titles = async (query: string) =>
      (await searchEverything(read, STRANGER, query, 1)).results.map(({ title }) => title);
    expect(await titles('sandfordbins')).toEqual(['Bins']);
    expect(await titles('tram')).toEqual([]);
    await save('b', library({ name: 'Tram board', status: 'open' }));
    expect(await titles('tram')).toEqual(['Tram board']);
  });
});
