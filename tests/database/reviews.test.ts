import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listMyDue } from '#domain/reviews/answer-queries.ts';
import { channelFields } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { morning, openReviewRoom } from '#tests/support/reviews.ts';

forEachEngine((open) => {
  test('one letter names all of somebody’s channels, and none comes twice, whatever happens to the process', async () => {
    const { ask, post, letters, save, both } = await openReviewRoom(open);
    await save('later', channelFields('libraries', { name: 'Board later', ...both }), '2026-11-01');
    await ask('2026-11-30');
    expect(await post()).toEqual([]);
    await ask('2026-12-01');
    await ask('2026-12-01');
    await ask('2026-12-02');
    expect(await post()).toEqual(['ann: Still right? 2 channels']);
    const [letter] = await letters();
    expect(letter?.unsubscribeUrl).toBeNull();
    expect(letter?.plainText.match(/Still right: |Not mine: |Change: /g)).toHaveLength(6);
    expect(letter?.plainText).not.toContain('Board later');
  });

  test('what nobody answers climbs to the deputy and then to the keepers, each told who was asked before', async () => {
    const { ask, post, letters } = await openReviewRoom(open);
    for (const day of ['2026-12-01', '2026-12-14', '2026-12-15', '2026-12-30', '2026-12-31', '2027-01-10'])
      await ask(day);
    expect(await post()).toEqual([
      'ann: Still right? 2 channels',
      'bob: Still right? 2 channels',
      'kit: Still right? 2 channels',
    ]);
    const texts = (await letters()).map(({ plainText }) => plainText);
    expect(texts[1]).toContain('Asked before, without an answer: Name of ann on 1 December 2026.');
    expect(texts[2]).toContain('Name of ann on 1 December 2026, Name of bob on 15 December 2026.');
  });

  test('where a unit has a lead, it climbs to them', async () => {
    const { ask, write, post, answer } = await openReviewRoom(open);
    await write((tx) => tx.update(tx.tables.units).set({ leadId: 'cy' }));
    for (const day of ['2026-12-01', '2026-12-15', '2026-12-31']) await ask(day);
    expect((await post()).at(-1)).toBe('cy: Still right? 2 channels');
    expect(await answer('cy', 'still-right', ['a'], '2027-01-02')).toMatchObject({ count: 1 });
  });

  test('what is answered does not climb, and the other goes on', async () => {
    const { ask, press, tokens, post, channel } = await openReviewRoom(open);
    await ask('2026-12-01');
    const [first = ''] = await tokens('ann');
    expect(await press(first, 'still-right', '2026-12-03')).toMatchObject({ kind: 'answered', count: 1 });
    expect(await channel('a')).toMatchObject({ lastReviewedOn: '2026-12-03', reviewDueOn: '2027-06-03' });
    await ask('2026-12-15');
    expect((await post()).at(-1)).toBe('bob: Still right? Board b');
  });

  test('a link is spent once, and not after its time', async () => {
    const { ask, press, tokens } = await openReviewRoom(open);
    await ask('2026-12-01');
    const [first = '', second = ''] = await tokens('ann');
    const [one, other] = await Promise.all([
      press(first, 'still-right', '2026-12-03'),
      press(first, 'not-mine', '2026-12-03'),
    ]);
    expect([one.kind, other.kind]).toEqual(['answered', 'spent']);
    expect(await press(first, 'still-right', '2026-12-04')).toEqual({ kind: 'answered' });
    expect(await press(second, 'still-right', '2027-01-31')).toEqual({ kind: 'spent' });
    expect(await press('nothing', 'still-right', '2026-12-03')).toEqual({ kind: 'no-such-link' });
  });

  test('whoever says that it is not theirs is taken off, with an entry in the history and one letter to the keepers', async () => {
    const { ask, answer, channel, letters, post, read } = await openReviewRoom(open);
    await ask('2026-12-01');
    await answer('ann', 'not-mine', ['a', 'b'], '2026-12-02');
    expect(await channel('a')).toMatchObject({ ownerId: null, deputyId: 'bob', reviewDueOn: '2026-12-01' });
    expect((await post()).at(-1)).toBe('kit: Not theirs: 2 channels');
    expect((await letters()).at(-1)?.unsubscribeUrl).not.toBeNull();
    const changes = (await read.select().from(read.tables.channelChanges)).flatMap((entry) => entry.changes);
    expect(changes.filter(({ field }) => field === 'ownerId')).toEqual(
      Array(2).fill({ field: 'ownerId', from: 'ann', to: '' }),
    );
    await ask('2026-12-15');
    expect((await post()).at(-1)).toBe('bob: Still right? 2 channels');
  });

  test('nobody answers for a channel that is not theirs', async () => {
    const { answer, channel } = await openReviewRoom(open);
    for (const word of ['still-right', 'not-mine'] as const)
      expect(await answer('cy', word, ['a'], '2026-12-02')).toEqual({ kind: 'nothing-to-answer' });
    expect(await channel('a')).toMatchObject({ ownerId: 'ann', lastReviewedOn: '2026-06-01' });
  });

  test('while somebody is away, whoever stands in is asked and may answer', async () => {
    const { ask, answer, write, post, letters, read } = await openReviewRoom(open);
    const away = { id: 'x', personId: 'ann', fromOn: '2026-11-25', untilOn: '2026-12-10' };
    await write(async (tx) => {
      await tx.insert(tx.tables.absences).values(away);
      await tx.insert(tx.tables.covers).values({
        ...{ absenceId: 'x', personId: 'cy', linkId: 'l', askedAt: morning('2026-11-20') },
        ...{ answer: 'accepted', answeredAt: morning('2026-11-20') },
      });
    });
    const at = { today: '2026-12-01', now: morning('2026-12-01') };
    expect((await listMyDue(read, 'cy', at)).map(({ id }) => id)).toEqual(['a', 'b']);
    await ask('2026-12-01');
    expect(await post()).toEqual(['cy: Still right? 2 channels']);
    expect((await letters())[0]?.plainText).toContain('You stand in for Name of ann.');
    expect(await answer('cy', 'still-right', ['a'], '2026-12-02')).toMatchObject({ kind: 'answered' });
  });

  test('who has left is asked no more: it climbs at once', async () => {
    const { ask, write, post } = await openReviewRoom(open);
    await write((tx) =>
      tx
        .update(tx.tables.people)
        .set({ leftAt: morning('2026-10-01') })
        .where(eq(tx.tables.people.id, 'ann')),
    );
    await ask('2026-12-01');
    expect(await post()).toEqual(['bob: Still right? 2 channels']);
  });

  test('a deputy who comes or goes changes when the next check is due', async () => {
    const { save, both, channel } = await openReviewRoom(open);
    const board = (wished: object) => save('a', channelFields('libraries', { name: 'Board a', ...both, ...wished }));
    await board({ deputyId: null });
    expect(await channel('a')).toMatchObject({ reviewDueOn: '2026-09-01' });
    await board({});
    expect(await channel('a')).toMatchObject({ reviewDueOn: '2026-12-01' });
  });

  test('229 channels are confirmed in one press', async () => {
    const { write, read, both, answer } = await openReviewRoom(open);
    const [row] = await read.select().from(read.tables.channels);
    const many = Array.from({ length: 229 }, (_, n) => ({ ...row!, ...both, id: `n${n}`, slug: `n${n}` }));
    await write((tx) => tx.insert(tx.tables.channels).values(many.slice(0, 115)));
    await write((tx) => tx.insert(tx.tables.channels).values(many.slice(115)));
    const ids = many.map(({ id }) => id);
    expect(await answer('ann', 'still-right', ids, '2026-12-02')).toMatchObject({ count: 229 });
    expect(await read.$count(read.tables.channelReviews)).toBe(229 + 2);
  });
});
