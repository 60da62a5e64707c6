import { expect, test } from 'vitest';
import { summaryOf } from '#domain/channels/import-report-rules.ts';
import { changedRegister } from '#tests/support/changed-register.ts';
import { openChannelRoom } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import {
  importInto,
  planFor,
  REGISTRY_SAMPLE,
  registryCells,
  registryTable,
  wholeRegister,
} from '#tests/support/register-files.ts';

forEachEngine((open) => {
  test('when a tenth of a real register changes, just that changes here, and the history tells each field', async () => {
    const room = await openChannelRoom(open);
    const table = await registryCells(REGISTRY_SAMPLE);
    await importInto(room, await registryTable(table));
    const before = await wholeRegister(room);
    const update = changedRegister(table, 20_201_106);
    const file = await registryTable(update.table);
    const plan = await planFor(room, file);
    await importInto(room, file);
    const after = await wholeRegister(room);

    const idOf = new Map(after.sources.map(({ key, channelId }) => [key.slice('id '.length), channelId]));
    const ids = (numbers: Set<string>) => [...numbers].flatMap((number) => idOf.get(number) ?? []).sort();
    const { renamed, respelled, moved, gone, added } = update.fates;
    expect(after.channels).toHaveLength(before.channels.length + ids(added).length);
    expect(plan.gone.map(({ id }) => id).filter((id) => !ids(gone).includes(id))).toEqual([]);
    const changes = after.changes.slice(before.changes.length).filter(({ changes }) => changes[0]?.field !== 'added');
    const told = (field: string) => changes.filter((entry) => entry.changes.some((change) => change.field === field));
    expect(
      told('name')
        .map(({ channelId }) => channelId)
        .sort(),
    ).toEqual(ids(renamed));
    expect(told('unitId').every(({ channelId }) => ids(moved).includes(channelId))).toBe(true);
    expect(told('unitId').length).toBeGreaterThan(0);
    const touched = [...ids(renamed), ...ids(moved), ...ids(respelled)];
    expect(changes.every(({ channelId }) => touched.includes(channelId))).toBe(true);
    expect(told('linkKey')).toEqual([]);
    expect(summaryOf(plan).changed).toBe(changes.length);
    expect(summaryOf(await importInto(room, file))).toMatchObject({ added: 0, changed: 0, conflicts: 0 });
    expect(await wholeRegister(room)).toEqual(after);
  });
});
