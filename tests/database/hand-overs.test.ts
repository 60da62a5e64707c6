import { expect, test } from 'vitest';
import { listAccess } from '#domain/channels/channel-access-queries.ts';
import { listHistory } from '#domain/channels/channel-history-queries.ts';
import { startHandOvers } from '#domain/handovers/hand-over-commands.ts';
import { findHandOver, listHandOversOf, listOpenHandOvers } from '#domain/handovers/hand-over-queries.ts';
import { remindOfHandOvers } from '#domain/handovers/hand-over-reminder-commands.ts';
import { channelFields, NOW } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { ANN, KIM, MO, openOffice, SAM, STATIONERY } from '#tests/support/hand-overs.ts';
import { viewerIn } from '#tests/support/viewers.ts';

forEachEngine((open) => {
  test('of two who hand over the same channel at once, one is first, and one letter goes out', async () => {
    const { start, letters } = await openOffice(open);
    const outcomes = await Promise.all(['sam', 'kim'].map((toId) => start({ toId })));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['started', 'under-way']);
    expect(await letters()).toHaveLength(1);
  });

  test('nobody is asked to be owner and deputy of one channel, nor to take what they have', async () => {
    const { start } = await openOffice(open);
    expect(await start({ toId: 'mo' })).toEqual({ kind: 'has-it-already' });
    expect(await start({ toId: 'sam' })).toMatchObject({ kind: 'started' });
    expect(await start({ toId: 'sam', role: 'deputy' })).toEqual({ kind: 'owner-is-deputy' });
    expect(await start({ toId: 'res', role: 'deputy' })).toEqual({ kind: 'no-such-person' });
    expect(await start({ toId: 'sam', channelId: 'x' })).toEqual({ kind: 'no-such-channel' });
  });

  test('many channels are one letter; what cannot be handed over is told and stops nothing else', async () => {
    const { save, write, letters } = await openOffice(open);
    for (const id of ['d', 'e']) await save(id, channelFields('libraries', { name: `Board ${id}`, ownerId: 'mo' }));
    await save('f', channelFields('libraries', { ownerId: 'mo', status: 'closed' }));
    const given = ['c', 'd', 'e', 'f'].map((channelId) => ({ channelId, role: 'owner' as const }));
    const outcome = await write((tx) => startHandOvers(tx, { given, toId: 'sam', startedById: 'mo' }, STATIONERY, NOW));
    expect(outcome).toMatchObject({ kind: 'started', refused: [{ channelId: 'f', kind: 'no-such-channel' }] });
    expect(outcome.kind === 'started' && outcome.ids).toHaveLength(3);
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.recipient).toBe('sam@council.example');
    expect(letter?.plainText).toContain('- Board d\n- Board e');
  });

  test('when all is ticked and both have signed, the channel has its new owner, and access and history follow', async () => {
    const { start, answer, tick, sign, holders, read } = await openOffice(open);
    const { id } = (await start({ toId: 'sam' })) as { id: string };
    expect(await tick(MO, [id])).toEqual({ kind: 'not-open', count: 0 });
    expect(await answer('ann', [id])).toMatchObject({ count: 0 });
    expect(await answer('sam', [id])).toEqual({ kind: 'accepted', count: 1 });
    expect(await sign(SAM, [id])).toEqual({ kind: 'signed', signed: 0, done: 0, unready: 1 });
    expect(await tick(ANN, [id])).toEqual({ kind: 'not-open', count: 0 });
    expect(await tick(MO, [id])).toEqual({ kind: 'ticked', count: 1 });
    expect(await sign(MO, [id])).toMatchObject({ signed: 1, done: 0 });
    expect(await holders()).toEqual(['mo', 'ann']);
    expect(await tick(SAM, [id], 'No')).toEqual({ kind: 'not-open', count: 0 });
    expect(await sign(SAM, [id])).toMatchObject({ signed: 1, done: 1 });
    expect(await holders()).toEqual(['sam', 'ann']);
    expect(await listAccess(read, { id: 'c', isHolder: true })).toMatchObject([{ personId: 'sam', level: 'admin' }]);
    const changes = (await listHistory(read, ANN, { id: 'c', isHolder: true })).flatMap((entry) => entry.changes);
    expect(changes).toContainEqual({ field: 'handOver', from: '', to: 'owner, from Name of mo to Name of sam' });
    expect(changes).toContainEqual({ field: 'ownerId', from: 'Name of mo', to: 'Name of sam' });
  });

  test('a deputy who becomes the owner leaves the place of the deputy free', async () => {
    const { start, answer, tick, sign, holders } = await openOffice(open);
    const { id } = (await start({ toId: 'ann' })) as { id: string };
    await answer('ann', [id]);
    await tick(ANN, [id], 'Same team, same password safe');
    await sign(MO, [id]);
    await sign(ANN, [id]);
    expect(await holders()).toEqual(['ann', null]);
  });

  test('a keeper signs for somebody who has gone and says so, but never for both sides', async () => {
    const { start, answer, tick, sign, holders } = await openOffice(open);
    const { id } = (await start({ toId: 'kim' })) as { id: string };
    await answer('kim', [id]);
    await tick(KIM, [id]);
    expect(await sign(KIM, [id])).toMatchObject({ signed: 1, done: 0 });
    expect(await sign(KIM, [id])).toMatchObject({ signed: 0 });
    const other = { ...ANN, isKeeper: true };
    expect(await sign(other, [id])).toEqual({ kind: 'say-why' });
    expect(await sign(other, [id], 'Mo left in May')).toMatchObject({ done: 1 });
    expect(await holders()).toEqual(['kim', 'ann']);
  });

  test('declining frees the channel for somebody else, and whoever asked hears why', async () => {
    const { start, answer, letters, holders } = await openOffice(open);
    const { id } = (await start({ toId: 'sam' })) as { id: string };
    expect(await answer('sam', [id], false, 'Too many already')).toEqual({ kind: 'declined', count: 1 });
    expect(await answer('sam', [id])).toMatchObject({ count: 0 });
    expect((await letters()).find(({ recipient }) => recipient === 'kim@council.example')?.plainText).toContain(
      'In their words: Too many already',
    );
    expect(await start({ toId: 'ann' })).toMatchObject({ kind: 'started' });
    expect(await holders()).toEqual(['mo', 'ann']);
  });

  test('only those who have a part in a hand-over, and keepers, open it', async () => {
    const { start, read } = await openOffice(open);
    const { id } = (await start({ toId: 'sam' })) as { id: string };
    for (const viewer of [MO, SAM, KIM]) expect(await findHandOver(read, viewer, id)).toMatchObject({ id });
    expect(await findHandOver(read, ANN, id)).toBeUndefined();
    expect(await listOpenHandOvers(read, ANN)).toEqual([]);
    expect(await listHandOversOf(read, ANN, 'c')).toMatchObject([{ mayOpen: false }]);
    expect(await listHandOversOf(read, viewerIn('partner', 'p'), 'c')).toEqual([]);
  });

  test('a reminder comes weekly while something is open, and then no more', async () => {
    const { start, answer, write } = await openOffice(open);
    const { id } = (await start({ toId: 'sam' })) as { id: string };
    const remind = () => write((tx) => remindOfHandOvers(tx, 'sam', STATIONERY, NOW));
    expect(await remind()).toEqual(new Date(NOW.getTime() + 7 * 86_400_000));
    await answer('sam', [id], false);
    expect(await remind()).toBeNull();
  });
});
