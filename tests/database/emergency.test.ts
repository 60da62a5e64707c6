import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { listHistory } from '#domain/channels/channel-history-queries.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { type EmergencyTurn, orderEmergency } from '#domain/emergency/emergency-commands.ts';
import { listEmergency } from '#domain/emergency/emergency-queries.ts';
import { sayPoster, sayWithin } from '#domain/emergency/emergency-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const staff = viewerIn('staff');
const keeper = viewerIn('staff', 'kit', { isKeeper: true });

async function openSheet(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  for (const id of ['ann', 'ben', 'cat', 'kit']) await room.addPerson(id);
  const add = (name: string, wished: Partial<ChannelFields> = {}) =>
    room.save(name, channelFields('libraries', { name, emergencyUse: true, ...wished }));
  const order = (...turns: EmergencyTurn[]) =>
    room.write((tx) => orderEmergency(tx, turns, { savedById: 'kit', now: NOW, newId }));
  return { ...room, add, order, sheet: () => listEmergency(room.read, staff, TODAY) };
}

forEachEngine((open) => {
  test('what carries an urgent message stands in its order, what has no turn behind it, and nothing else', async () => {
    const { add, sheet } = await openSheet(open);
    await add('b', { emergencyOrder: 2, postsWithinMinutes: 5 });
    await add('z', {});
    await add('a', { emergencyOrder: 10 });
    await add('c', { emergencyOrder: 1, status: 'paused' });
    await add('shut', { emergencyOrder: 1, status: 'closed' });
    await add('locked', { emergencyOrder: 1, status: 'no-access' });
    await add('other', { emergencyUse: false, emergencyOrder: 1 });
    expect((await sheet()).map(({ name }) => name)).toEqual(['c', 'b', 'a', 'z']);
    expect((await sheet())[1]).toMatchObject({ turn: 2, minutes: 5, unit: 'Libraries', where: 'By the door' });
  });

  test('only staff read it, each circle of a channel included', async () => {
    const { read, add } = await openSheet(open);
    for (const circle of ['public', 'partner', 'staff'] as const) await add(circle, { circle, outOfHoursPhone: '999' });
    expect(await listEmergency(read, staff, TODAY)).toHaveLength(3);
    for (const viewer of [STRANGER, viewerIn('partner'), viewerIn('public'), { ...STRANGER, circle: 'staff' as const }])
      expect(await listEmergency(read, viewer, TODAY)).toEqual([]);
  });

  test('it says who can post now: whoever stands in for somebody who is away, and nobody who has left', async () => {
    const { write, add, sheet } = await openSheet(open);
    await add('a', { ownerId: 'ann', deputyId: 'ben' });
    await write(async (tx) => {
      const { absences, covers, people } = tx.tables;
      await tx.insert(absences).values({ id: 'x', personId: 'ann', fromOn: '2026-12-01', untilOn: '2026-12-05' });
      await tx
        .insert(covers)
        .values({ absenceId: 'x', personId: 'cat', linkId: 'l', askedAt: NOW, answer: 'accepted', answeredAt: NOW });
      await tx.update(people).set({ leftAt: NOW }).where(eq(people.id, 'ben'));
    });
    const [line] = await sheet();
    expect(line?.posters.map(sayPoster)).toEqual(['Name of ann, away until 5 December 2026: Name of cat stands in']);
  });

  test('keepers put it in order, each change with its history; what is not on the sheet stays as it is', async () => {
    const { read, add, order, sheet } = await openSheet(open);
    await add('a', { emergencyOrder: 1 });
    await add('b', { emergencyOrder: 2 });
    await add('other', { emergencyUse: false });
    await order(
      { channelId: 'a', turn: 3, minutes: null },
      { channelId: 'b', turn: 2, minutes: 15 },
      { channelId: 'other', turn: 1, minutes: 1 },
      { channelId: 'gone', turn: 1, minutes: 1 },
    );
    expect((await sheet()).map(({ name, turn, minutes }) => [name, turn, minutes])).toEqual([
      ['b', 2, 15],
      ['a', 3, null],
    ]);
    const [changed] = await listHistory(read, keeper, { id: 'a', isHolder: true });
    expect(changed?.changes).toMatchObject([{ field: 'emergencyOrder', from: '1', to: '3' }]);
    expect(await listHistory(read, keeper, { id: 'other', isHolder: true })).toHaveLength(1);
  });
});

test('minutes are said as people say them', () => {
  expect([1, 5, null].map(sayWithin)).toEqual(['within a minute', 'within 5 minutes', 'nobody has tried yet']);
});
