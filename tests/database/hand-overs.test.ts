import { expect, test } from 'vitest';
import { startHandOvers } from '#domain/handovers/hand-over-commands.ts';
import { channelFields, NOW } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { openOffice, STATIONERY } from '#tests/support/hand-overs.ts';

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
});
