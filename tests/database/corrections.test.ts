import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { sendCorrection } from '#domain/corrections/correction-commands.ts';
import { findCorrection, listCorrections } from '#domain/corrections/correction-queries.ts';
import { decideCorrection } from '#domain/corrections/decision-commands.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, NOW, onX, openChannelRoom } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { SITE_HEAD } from '#tests/support/meetup-room.ts';
import { viewerIn } from '#tests/support/viewers.ts';

type Decided = Record<string, ['accepted' | 'refused', string?]>;
const STATIONERY = stationeryOf(SITE_HEAD);

/** A channel of Ann and Bob with a correction of two fields and words, and Kit who keeps the register. */
async function openDesk(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const { read, write } = room;
  for (const id of ['ann', 'bob', 'kit', 'cy']) await room.addPerson(id);
  await write((tx) => tx.insert(tx.tables.roles).values({ personId: 'kit', role: 'keeper', grantedAt: NOW }));
  await room.save('c', channelFields('libraries', { ownerId: 'ann', deputyId: 'bob' }));
  const items = [
    { field: 'place', was: 'By the door', should: 'By the lift' },
    { field: 'objective', was: 'Say what is on this month', should: 'Say what is on this week' },
    { field: 'words', was: '', should: 'The glass is broken' },
  ];
  const wish = { id: 'x', channelId: 'c', items, answerTo: 'rosa@home.example', sentById: null };
  const letters = async () =>
    (await read.select().from(read.tables.outbox)).map(({ recipient, subject, plainText }) => ({
      to: recipient.split('@')[0],
      subject,
      plainText,
    }));
  const as = (id: string) =>
    viewerIn('staff', id, { isKeeper: id === 'kit' }) as ReturnType<typeof viewerIn> & {
      person: { id: string; name: string; email: null; unitId: null };
    };
  return {
    ...{ ...room, letters, as, wish },
    send: (more: Partial<typeof wish> = {}) => write((tx) => sendCorrection(tx, { ...wish, ...more }, STATIONERY, NOW)),
    decide: (id: string, decided: Decided) => {
      const decisions = new Map(
        Object.entries(decided).map(([field, [decision, reason = '']]) => [field, { decision, reason }]),
      );
      return write((tx) => decideCorrection(tx, { correctionId: 'x', decisions }, as(id), STATIONERY, NOW));
    },
    channel: async () => (await read.select().from(read.tables.channels)).find(({ id }) => id === 'c'),
  };
}

forEachEngine((open) => {
  test('owner, deputy and keepers get one letter each, and the same form sent twice is kept once', async () => {
    const { send, letters, read } = await openDesk(open);
    await send();
    await send();
    expect((await letters()).map(({ to }) => to).sort()).toEqual(['ann', 'bob', 'kit']);
    expect(await read.$count(read.tables.corrections)).toBe(1);
    expect((await letters())[0]?.plainText).not.toContain('rosa@home.example');
  });

  test('where nobody is named, the team hears of it', async () => {
    const { send, save, letters } = await openDesk(open);
    await save('c', channelFields('libraries'));
    await send();
    expect((await letters()).map(({ to }) => to).sort()).toEqual(['kit', 'libraries']);
  });

  test('what is accepted is saved, its history names the correction, and whoever sent it is told once, at the end', async () => {
    const { send, decide, channel, letters, read } = await openDesk(open);
    await send();
    expect(await decide('ann', { place: ['accepted'] })).toEqual({ kind: 'decided' });
    expect(await channel()).toMatchObject({ place: 'By the lift', objective: 'Say what is on this month' });
    expect((await letters()).filter(({ to }) => to === 'rosa')).toEqual([]);
    await decide('kit', { objective: ['refused', 'It changes monthly.'], words: ['accepted'] });
    const told = (await letters()).filter(({ to }) => to === 'rosa');
    expect(told).toHaveLength(1);
    expect(told[0]?.plainText).toMatch(
      /What it is for: left as it is\. It changes monthly\..*Place: you were right, it is mended\./s,
    );
    const changes = await read.select().from(read.tables.channelChanges);
    expect(changes.at(-1)).toMatchObject({ correctionId: 'x', changedById: 'ann', changes: [{ field: 'place' }] });
    expect(await read.select().from(read.tables.corrections)).toMatchObject([{ answerTo: null, closedAt: NOW }]);
  });

  test('of two who decide at once, the first stands, and the other decides the rest', async () => {
    const { send, decide, read, letters } = await openDesk(open);
    await send();
    const outcomes = await Promise.all([
      decide('ann', { place: ['accepted'], words: ['accepted'] }),
      decide('kit', { place: ['refused', 'No.'], objective: ['refused', 'No.'] }),
    ]);
    expect(outcomes).toEqual([{ kind: 'decided' }, { kind: 'partly' }]);
    const rows = await read.select().from(read.tables.correctionFields).orderBy(read.tables.correctionFields.field);
    expect(rows.map(({ field, decision, decidedById }) => [field, decision, decidedById])).toEqual([
      ['objective', 'refused', 'kit'],
      ['place', 'accepted', 'ann'],
      ['words', 'accepted', 'ann'],
    ]);
    expect(await decide('bob', { place: ['refused', 'No.'] })).toEqual({ kind: 'decided-already' });
    expect((await letters()).filter(({ to }) => to === 'rosa')).toHaveLength(1);
  });

  test('a link that another channel holds is not taken over, and nothing of it is decided', async () => {
    const { send, decide, save, wish, read } = await openDesk(open);
    await save('other', channelFields('libraries', onX('sandford')));
    await send({ items: [...wish.items, { field: 'url', was: '', should: 'https://x.com/sandford' }] });
    expect(await decide('ann', { url: ['accepted'], place: ['accepted'] })).toMatchObject({
      kind: 'cannot-be',
      field: 'url',
    });
    const decided = (await read.select().from(read.tables.correctionFields)).filter(({ decision }) => decision);
    expect(decided).toEqual([]);
  });

  test('only its owner, its deputy and keepers find a correction, and decide', async () => {
    const { send, as, read, decide } = await openDesk(open);
    await send();
    const found = async (viewer: ReturnType<typeof viewerIn>) => [
      (await findCorrection(read, viewer, 'x')) !== undefined,
      (await listCorrections(read, viewer)).open.length,
    ];
    for (const id of ['ann', 'bob', 'kit']) expect(await found(as(id))).toEqual([true, 1]);
    for (const viewer of [
      as('cy'),
      viewerIn('partner', 'cy'),
      viewerIn('public', 'rosa'),
      { ...viewerIn('public'), person: null },
    ])
      expect(await found(viewer)).toEqual([false, 0]);
    expect(await decide('cy', { place: ['accepted'] })).toEqual({ kind: 'no-such-correction' });
  });
});
