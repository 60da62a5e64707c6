import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { takeFigures } from '#domain/health/figure-commands.ts';
import { listFigures } from '#domain/health/figure-queries.ts';
import { channelFields, NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const zone = 'Europe/London';

async function openRegister(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  await room.addUnit('branch', 'Branch', 'libraries');
  await room.addUnit('parks');
  for (const id of ['ann', 'ben', 'lea']) await room.addPerson(id);
  const add = (name: string, wished: Partial<ChannelFields>, unit = 'libraries', checkedOn: string | null = TODAY) =>
    room.save(name, channelFields(unit, { name, ...wished }), checkedOn);
  const take = (now = NOW) => room.write((tx) => takeFigures(tx, '', { zone }, now));
  return { ...room, add, take };
}

forEachEngine((open) => {
  test('a night counts the whole register and each unit at the top with all below it', async () => {
    const { read, write, add, take } = await openRegister(open);
    await add('both', { ownerId: 'ann', deputyId: 'ben' });
    await add('one', { ownerId: 'ann' }, 'branch', null);
    await add('none', {}, 'parks');
    await add('left', { ownerId: 'lea', deputyId: 'ben' }, 'parks');
    await add('over', { status: 'closed' }, 'parks');
    await add('asked for', { status: 'requested' }, 'parks', null);
    await write((tx) => tx.update(tx.tables.people).set({ leftAt: NOW }).where(eq(tx.tables.people.id, 'lea')));
    expect(await take()).toEqual(new Date('2026-12-04T02:00:00Z'));
    const [site] = await listFigures(read, 'site', TODAY);
    expect(site).toMatchObject({ day: TODAY, running: 4, withoutOwner: 1, withoutDeputy: 2, overdue: 1 });
    expect(site).toMatchObject({ onOnePerson: 2, leftBehind: 1 });
    expect(await listFigures(read, 'libraries', TODAY)).toMatchObject([{ running: 2, onOnePerson: 1, overdue: 1 }]);
    expect(await listFigures(read, 'parks', TODAY)).toMatchObject([{ running: 2, onOnePerson: 1, withoutOwner: 1 }]);
    expect(await listFigures(read, 'branch', TODAY)).toEqual([]);
  });

  test('a day is counted once, however often and by however many it is asked', async () => {
    const { read, add, take } = await openRegister(open);
    await add('a', {});
    await Promise.all([take(), take()]);
    await add('b', {});
    await take();
    expect(await listFigures(read, 'site', TODAY)).toMatchObject([{ running: 1 }]);
    await take(new Date('2026-12-04T02:00:00Z'));
    expect(await listFigures(read, 'site', TODAY)).toMatchObject([{ running: 1 }, { running: 2 }]);
    expect(await listFigures(read, 'site', '2026-12-04')).toHaveLength(1);
  });
});
