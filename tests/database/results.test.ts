import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { countChannels } from '#domain/channels/channel-list-queries.ts';
import { needsRelook } from '#domain/results/relook-rules.ts';
import { addResult } from '#domain/results/result-commands.ts';
import { listResults } from '#domain/results/result-queries.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NO_FILTERS, NOW, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const as = (id: string, isKeeper = false) =>
  viewerIn('staff', id, { isKeeper }) as ReturnType<typeof viewerIn> & {
    person: NonNullable<ReturnType<typeof viewerIn>['person']>;
  };
const result = (resultOn: string, more: object = {}) => ({
  ...{ channelId: 'c', resultOn, words: `Result of ${resultOn}`, benefits: 'Night workers', circle: 'public' as const },
  ...more,
});

forEachEngine((open) => {
  async function openBoard() {
    const room = await openChannelRoom(open);
    for (const id of ['ann', 'bob', 'cy', 'kit']) await room.addPerson(id);
    await room.save('c', channelFields('libraries', { ownerId: 'ann', deputyId: 'bob', openedOn: '2024-01-01' }));
    const find = async () => {
      const { channels } = room.read.tables;
      const [channel] = await room.read.select().from(channels).where(eq(channels.id, 'c'));
      return channel!;
    };
    const add = (who: ReturnType<typeof as>, wish: ReturnType<typeof result>) =>
      room.write((tx) => addResult(tx, who, wish, newId, NOW));
    return { ...room, add, find };
  }

  test('results stand in a series, each for its circle, and the latest is what the record says', async () => {
    const { add, read, find } = await openBoard();
    await add(as('ann'), result('2026-10-01'));
    await add(as('bob'), result('2026-06-01', { circle: 'staff' }));
    await add(as('kit', true), result('2026-10-01', { words: 'Said better' }));
    const seen = async (circle: 'public' | 'partner' | 'staff') =>
      (await listResults(read, viewerIn(circle), 'c', 10)).map(({ words }) => words);
    expect(await seen('staff')).toEqual(['Said better', 'Result of 2026-06-01']);
    expect(await seen('partner')).toEqual(['Said better']);
    expect(await seen('public')).toEqual(['Said better']);
    expect(await find()).toMatchObject({ latestResult: 'Said better', latestResultOn: '2026-10-01' });
  });

  test('nobody else says what came of it, and nothing comes of a closed channel', async () => {
    const { add, save } = await openBoard();
    expect(await add(as('cy'), result('2026-10-01'))).toEqual({ kind: 'not-yours' });
    await save('c', channelFields('libraries', { status: 'closed' }));
    expect(await add(as('kit', true), result('2026-10-01'))).toEqual({ kind: 'no-such-channel' });
  });

  test('what a keeper or an import writes into the record is kept among the results, for staff', async () => {
    const { save, read } = await openBoard();
    const wish = { latestResult: 'Fewer calls', latestResultOn: '2026-03-01' };
    await save('c', channelFields('libraries', wish));
    await save('c', channelFields('libraries', { ...wish, place: 'Elsewhere' }));
    expect(await listResults(read, viewerIn('staff'), 'c', 10)).toMatchObject([
      { words: 'Fewer calls', circle: 'staff' },
    ]);
    expect(await listResults(read, viewerIn('public'), 'c', 10)).toEqual([]);
  });

  test('without a result for a year a channel needs a relook, in the list as on its page', async () => {
    const { add, read, find, save } = await openBoard();
    await save('new', channelFields('libraries', { name: 'New' }));
    const counted = () => countChannels(read, viewerIn('staff'), { ...NO_FILTERS, hasNoResult: true }, TODAY);
    expect([needsRelook(await find(), TODAY), await counted()]).toEqual([true, 1]);
    await add(as('ann'), result('2025-12-02'));
    expect([needsRelook(await find(), TODAY), await counted()]).toEqual([true, 1]);
    await add(as('ann'), result('2025-12-03'));
    expect([needsRelook(await find(), TODAY), await counted()]).toEqual([false, 0]);
  });
});
