import { expect, test } from 'vitest';
import {
  finishClosing,
  planClosing,
  remindOfClosingChannel,
  tickClosing,
} from '#domain/channel-closings/closing-commands.ts';
import { findClosing, findEnd } from '#domain/channel-closings/closing-queries.ts';
import { CLOSING_STEPS, sayRetired } from '#domain/channel-closings/closing-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { verifyLink } from '#domain/channels/verify-queries.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, channelRoom, onX } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, NOON, seenBy } from '#tests/support/lessons.ts';

const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example', zone: 'Europe/London' });

test('how a channel ended is one sentence, on its page and from verify', () => {
  expect(sayRetired('2026-05-31', 'Sandford reads')).toBe(
    'Ours until May 2026; go to Sandford reads instead. If it posts again, it is not us.',
  );
  expect(sayRetired(null, null)).toBe('Ours once; do not follow it. If it posts again, it is not us.');
});

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const { write } = database;
    await write((tx) => installPlatforms(tx));
    const room = channelRoom(database);
    await room.addUnit('parks', 'Parks');
    const ann = await addPerson(database, 'ann@council.example', { name: 'Ann Lee' });
    const kit = await addPerson(database, 'kit@council.example', { isAdmin: true });
    await room.save('next', channelFields('parks', onX('parks', { name: 'Parks' })));
    await room.save('old', channelFields('parks', onX('benches', { name: 'Benches', ownerId: ann.person.id })));
    const plan = {
      ...{ channelId: 'old', closesOn: '2026-05-31', why: 'merged' as const, goInsteadId: 'next' },
      ...{ handleFate: 'kept-parked' as const, lastPosts: 'Three posts', pinnedWords: 'We moved' },
    };
    const make = (who: Member, more = {}) =>
      write((tx) => planClosing(tx, who, { ...plan, ...more }, stationery, NOON));
    const tick = (who: Member, step: (typeof CLOSING_STEPS)[number], isDone = true) =>
      write((tx) => tickClosing(tx, who, { channelId: 'old', step, isDone }, NOON));
    const finish = (who: Member) => write((tx) => finishClosing(tx, who, 'old', stationery, NOON));
    return { ...database, ann, kit, make, tick, finish, newId };
  }

  test('an owner ends a channel well: planned, ticked off, closed for good, and verify says so', async () => {
    const { read, ann, kit, make, tick, finish } = await openRoom();
    expect((await make(ann)).kind).toBe('not-yours');
    expect(await findClosing(read, ann, 'benches')).toBeUndefined();
    expect((await make(kit, { goInsteadId: 'old' })).kind).toBe('nowhere-to-go');
    expect((await make(kit)).kind).toBe('planned');
    expect(await findEnd(read, STRANGER, 'old')).toMatchObject({ closesOn: '2026-05-31', insteadName: 'Parks' });
    expect((await verifyLink(read, STRANGER, 'https://x.com/benches')).sentence).toContain('It will close soon');
    expect((await make(ann, { pinnedWords: 'Find us in the parks' })).kind).toBe('planned');
    expect((await finish(ann)).kind).toBe('steps-open');
    for (const step of CLOSING_STEPS) await tick(ann, step);
    await tick(ann, 'pinned', false);
    expect((await finish(ann)).kind).toBe('steps-open');
    await tick(ann, 'pinned');
    expect((await finish(ann)).kind).toBe('closed');
    const answer = await verifyLink(read, STRANGER, 'https://x.com/benches');
    expect([answer.verdict, answer.sentence]).toEqual([
      'retired',
      'Benches: Ours until May 2026; go to Parks instead. If it posts again, it is not us.',
    ]);
    expect((await finish(ann)).kind).toBe('not-yours');
  });

  test('where to go is told only to those who may see it', async () => {
    const { read, write, kit, make } = await openRoom();
    await make(kit);
    await write((tx) =>
      tx
        .update(tx.tables.channels)
        .set({ circle: 'staff' })
        .then(() => undefined),
    );
    expect((await findEnd(read, STRANGER, 'old'))?.insteadName).toBeNull();
    expect((await findEnd(read, seenBy('staff'), 'old'))?.insteadName).toBe('Parks');
  });

  test('on its last day those who answer for it and the keepers are asked, and again weekly until it is closed', async () => {
    const { read, write, kit, make, finish } = await openRoom();
    await make(kit);
    const [job] = (await read.select().from(read.tables.jobs)).filter(({ kind }) => kind === 'closing-due');
    expect(job?.dueAt).toEqual(new Date('2026-05-31T08:00:00Z'));
    const ask = () => write((tx) => remindOfClosingChannel(tx, 'old', stationery, NOON));
    expect(await ask()).toEqual(new Date(NOON.getTime() + 7 * 86_400_000));
    const letters = await read.select().from(read.tables.outbox);
    expect(letters.map(({ recipient }) => recipient).sort()).toEqual(['ann@council.example', 'kit@council.example']);
    await finish(kit);
    expect(await ask()).toBeNull();
  });
});
