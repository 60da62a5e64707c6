import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import type { Member } from '#domain/people/viewer.ts';
import { decideRequest, noteOpened } from '#domain/requests/decision-commands.ts';
import { listNeighbours } from '#domain/requests/neighbour-queries.ts';
import { askAbout, askToOpen, saveOpening, takeBack } from '#domain/requests/request-commands.ts';
import { findRequest, listEvents, listOwn, listTrail, listWaiting } from '#domain/requests/request-queries.ts';
import { EMPTY_OPENING, type OpeningWish } from '#domain/requests/request-rules.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, channelRoom, onX } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, NOON, seenBy } from '#tests/support/lessons.ts';

const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example', zone: 'Europe/London' });
const wish: OpeningWish = {
  ...EMPTY_OPENING,
  ...{ who: 'carers of people with dementia', canDo: 'see when a place is free', audience: 'Carers', unitId: 'parks' },
  ...{ name: 'Free places', link: 'https://x.com/freeplaces', whyNew: 'The letter is too late.' },
};

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const { read, write } = database;
    await write((tx) => installPlatforms(tx));
    const room = channelRoom(database);
    await room.addUnit('libraries', 'Libraries');
    await room.addUnit('parks', 'Parks');
    const ann = await addPerson(database, 'ann@council.example', { name: 'Ann Lee' });
    const sam = await addPerson(database, 'sam@council.example');
    const kit = await addPerson(database, 'kit@council.example', { name: 'Kit Keeper', isAdmin: true });
    const address = readAddress(await listPlatforms(read), { link: wish.link, platformKey: '', handle: '' });
    if (address.kind !== 'address') throw new Error('no address');
    const asker = (who: Member) => who.person;
    const ask = async (opening = wish, id = newId()) => {
      await write((tx) => askToOpen(tx, asker(ann), { id, opening }, stationery, NOON));
      return id;
    };
    const about = (kind: 'take-over' | 'claim' | 'pause' | 'close', channelId: string, id = newId()) =>
      write((tx) => askAbout(tx, asker(ann), { id, kind, channelId, reason: 'Since.' }, stationery, NOON));
    const decide = (id: string, verdict: 'agreed' | 'refused' | 'asked-back', words = 'Why') =>
      write((tx) => decideRequest(tx, asker(kit), { id, verdict, words, address }, stationery, NOON));
    const letters = async () =>
      (await read.select().from(read.tables.outbox)).map(
        ({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`,
      );
    const channelAt = async (slug: string) =>
      (await read.select().from(read.tables.channels)).find((channel) => channel.slug === slug);
    return { ...database, room, ann, sam, kit, ask, about, decide, letters, channelAt };
  }

  test('what keepers agree to becomes a channel, and goes into the directory when it is there', async () => {
    const { read, write, ann, kit, ask, decide, letters, channelAt } = await openRoom();
    const id = await ask();
    expect(await letters()).toEqual(['kit: Open a channel: Free places']);
    expect((await decide(id, 'asked-back', 'Who looks at night?')).kind).toBe('decided');
    expect((await decide(id, 'agreed')).kind).toBe('decided');
    expect(await channelAt('free-places')).toMatchObject({
      status: 'approved',
      ownerId: ann.person.id,
      objective: 'So that carers of people with dementia can see when a place is free.',
      url: 'https://x.com/freeplaces',
    });
    const opened = await write((tx) => noteOpened(tx, { ...ann.person, isKeeper: false }, id, stationery, NOON));
    expect(opened).toEqual({ kind: 'opened', slug: 'free-places' });
    expect((await channelAt('free-places'))?.status).toBe('open');
    expect((await listEvents(read, id)).map(({ kind }) => kind)).toEqual(['asked', 'asked-back', 'agreed', 'opened']);
    const channelId = (await channelAt('free-places'))?.id ?? '';
    expect(await listTrail(read, kit, channelId)).toHaveLength(4);
    expect(await listTrail(read, seenBy('partner'), channelId)).toEqual([]);
    expect((await letters()).filter((line) => line.startsWith('ann'))).toHaveLength(2);
  });

  test('of two keepers who decide at once one is told that it is settled', async () => {
    const { ask, decide, channelAt } = await openRoom();
    const id = await ask();
    const kinds = (await Promise.all([decide(id, 'agreed'), decide(id, 'refused')])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['decided', 'settled-before']);
    expect((await channelAt('free-places')) !== undefined).toBe(true);
  });

  test('a link that is in the register already cannot be agreed to, and the request stays open', async () => {
    const { room, read, ask, decide } = await openRoom();
    await room.save('a', channelFields('parks', onX('freeplaces', { name: 'There before' })));
    const id = await ask();
    expect(await decide(id, 'agreed')).toEqual({ kind: 'already-listed', name: 'There before' });
    expect(await listWaiting(read)).toHaveLength(1);
  });

  test('an unowned channel is claimed, an owned one handed over, a paused one paused; others keep their words', async () => {
    const { read, room, sam, ann, about, decide, channelAt, letters } = await openRoom();
    await room.save('free', channelFields('parks', onX('nobodys', { name: 'Nobodys' })));
    await room.save('owned', channelFields('parks', onX('sams', { name: 'Sams', ownerId: sam.person.id })));
    const ids = { claim: newId(), takeOver: newId(), pause: newId() };
    await about('claim', 'free', ids.claim);
    await about('take-over', 'owned', ids.takeOver);
    await about('pause', 'owned', ids.pause);
    expect((await about('claim', 'owned')).kind).toBe('not-now');
    const heard = (await letters()).filter((line) => line.startsWith('sam')).sort();
    expect(heard).toEqual(['sam: Pause a channel: Sams', 'sam: Take a channel over: Sams']);
    for (const id of Object.values(ids)) expect((await decide(id, 'agreed')).kind).toBe('decided');
    expect((await channelAt('nobodys'))?.ownerId).toBe(ann.person.id);
    expect(await channelAt('sams')).toMatchObject({ ownerId: sam.person.id, status: 'paused' });
    expect(await read.$count(read.tables.handOvers)).toBe(1);
    expect((await letters()).filter((line) => line.startsWith('sam'))).toHaveLength(4);
  });

  test('a channel that ended meanwhile stays dead, and nobody who has left becomes an owner', async () => {
    const { read, write, room, ann, about, ask, decide, channelAt } = await openRoom();
    await room.save('ended', channelFields('parks', onX('ended', { name: 'Ended' })));
    const ids = [newId(), newId()];
    await about('pause', 'ended', ids[0]);
    await about('claim', 'ended', ids[1]);
    await room.save('ended', channelFields('parks', onX('ended', { name: 'Ended', status: 'closed' })));
    for (const id of ids) expect((await decide(id, 'agreed')).kind).toBe('not-now');
    expect(await channelAt('ended')).toMatchObject({ status: 'closed', ownerId: null });
    const opening = await ask();
    const { people } = read.tables;
    await write((tx) => tx.update(people).set({ leftAt: NOON }).where(eq(people.id, ann.person.id)));
    expect((await decide(opening, 'agreed')).kind).toBe('no-such-person');
    expect(await listWaiting(read)).toHaveLength(3);
    expect((await decide(opening, 'refused')).kind).toBe('decided');
  });

  test('a draft is its author’s alone, and nobody else can send or change it', async () => {
    const { read, write, ann, sam, kit } = await openRoom();
    const id = newId();
    const save = (who: Member, opening = wish) => write((tx) => saveOpening(tx, who.person, { id, opening }, NOON));
    expect((await save(ann)).kind).toBe('saved');
    expect((await save(sam, { ...wish, name: 'Stolen' })).kind).toBe('not-yours');
    expect([await findRequest(read, sam, id), await findRequest(read, kit, id)]).toEqual([undefined, undefined]);
    expect((await findRequest(read, ann, id))?.request.opening?.name).toBe('Free places');
    expect((await write((tx) => takeBack(tx, sam.person, id, stationery, NOON))).kind).toBe('settled-before');
    expect((await write((tx) => takeBack(tx, ann.person, id, stationery, NOON))).kind).toBe('forgotten');
    expect(await listOwn(read, ann.person.id)).toEqual([]);
  });

  test('neighbours are found by what they are for, in the circles of whoever asks', async () => {
    const { read, room, ann } = await openRoom();
    const carers = { objective: 'Carers of people with dementia find company', audience: 'Carers' };
    await room.save('a', channelFields('parks', onX('carers', { name: 'Carers corner', ...carers })));
    await room.save(
      'b',
      channelFields('libraries', onX('reads', { name: 'Reads', objective: 'Borrow books', audience: 'Readers' })),
    );
    await room.save(
      's',
      channelFields('parks', onX('inside', { name: 'Dementia carers inside', ...carers, circle: 'staff' })),
    );
    const names = async (viewer: Member | ReturnType<typeof seenBy>) =>
      (await listNeighbours(read, viewer, wish)).map(({ name }) => name).sort();
    expect(await names(ann)).toEqual(['Carers corner', 'Dementia carers inside']);
    expect(await names(seenBy('partner'))).toEqual(['Carers corner']);
    expect(await listNeighbours(read, ann, EMPTY_OPENING)).toEqual([]);
  });
});
