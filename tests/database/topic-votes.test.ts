import { expect, test } from 'vitest';
import { countVotesSpent, listChosenAhead } from '#domain/topics/topic-queries.ts';
import { withdrawTopic } from '#domain/topics/withdrawal-commands.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { NOW } from '#tests/support/meetup-room.ts';
import { openTopicRoom, seriesRow } from '#tests/support/topics.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const TOPICS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];

forEachEngine((open) => {
  /** Six topics by Bob, and Ann who votes. */
  async function openVote() {
    const room = await openTopicRoom(open);
    for (const title of TOPICS) await room.offer(title);
    const spent = (now = NOW) => countVotesSpent(room.read, 'ann', room.seriesId, now);
    return { ...room, spent };
  }

  test('each person has three votes, and a fourth is refused until one is taken back', async () => {
    const { vote, unvote, list, spent } = await openVote();
    for (const title of ['One', 'Two', 'Three']) expect(await vote('ann', title)).toMatchObject({ kind: 'voted' });
    expect(await vote('ann', 'Four')).toEqual({ kind: 'no-votes-left' });
    expect(await vote('ann', 'One')).toMatchObject({ kind: 'voted' });
    expect(await vote('bob', 'Four')).toMatchObject({ kind: 'voted' });
    expect(await unvote('ann', 'One')).toMatchObject({ kind: 'taken-back' });
    expect(await vote('ann', 'Four')).toMatchObject({ kind: 'voted' });
    expect(
      (await list())
        .filter(({ isMyVote }) => isMyVote)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Four', 'Three', 'Two']);
    expect(await spent()).toBe(3);
  });

  test('somebody who presses for six topics at once, and for each twice, gets three votes', async () => {
    const { vote, read, spent } = await openVote();
    const outcomes = await Promise.all([...TOPICS, ...TOPICS].map((title) => vote('ann', title)));
    expect(outcomes.filter(({ kind }) => kind === 'voted').length).toBeGreaterThanOrEqual(3);
    expect(await spent()).toBe(3);
    expect(await read.$count(read.tables.topicVotes)).toBe(3);
  });

  test('a vote is free again once its topic was talked about or withdrawn, not while it is only chosen', async () => {
    const { vote, choose, addDate, spent, write, idOf, stationery, offer } = await openVote();
    const date = await addDate('2026-12-03');
    for (const title of ['One', 'Two', 'Three']) await vote('ann', title);
    await choose(date.id, 'One');
    expect(await spent()).toBe(3);
    expect(await vote('ann', 'One')).toEqual({ kind: 'not-open' });
    expect(await spent(date.times.endsAt)).toBe(2);
    const topicId = await idOf('Two');
    await write((tx) => withdrawTopic(tx, { topicId, personId: 'bob' }, stationery, NOW));
    expect(await spent()).toBe(2);
    await offer('Seven');
    expect(await vote('ann', 'Seven')).toMatchObject({ kind: 'voted' });
  });

  test('votes in one series leave those of another alone, and nobody votes outside their circle', async () => {
    const { vote, write, read, seriesId } = await openVote();
    for (const title of ['One', 'Two', 'Three']) await vote('ann', title);
    const other = seriesRow({ slug: 'other', name: 'Other', circle: 'staff' });
    const row = { id: 'hidden', seriesId: other.id, title: 'Hidden', kind: 'help-me' as const, offeredAt: NOW };
    await write(async (tx) => {
      await tx.insert(tx.tables.series).values(other);
      await tx.insert(tx.tables.topics).values(row);
    });
    for (const circle of ['public', 'partner'] as const)
      expect(await vote('ann', 'Hidden', { circle })).toEqual({ kind: 'no-such-topic' });
    expect(await vote('ann', 'Hidden')).toMatchObject({ kind: 'voted', slug: 'other' });
    expect(await countVotesSpent(read, 'ann', seriesId, NOW)).toBe(3);
  });

  test('an offer that is not confirmed takes no votes', async () => {
    const { ask, vote } = await openVote();
    await ask('Unconfirmed', 'rosa');
    expect(await vote('ann', 'Unconfirmed')).toEqual({ kind: 'no-such-topic' });
  });

  test('the list says how strong the interest is after the newcomer’s topic, never by whom or by how many', async () => {
    const { vote, list, addPerson } = await openVote();
    const voters = Array.from({ length: 7 }, (_, at) => `voter${at}`);
    for (const voter of voters) await addPerson(voter, 'public', true);
    for (const voter of voters) await vote(voter, 'Six');
    for (const voter of voters.slice(0, 3)) await vote(voter, 'Five');
    await vote('voter0', 'Four');
    const listed = await list('public', 'somebody');
    expect(listed.slice(0, 4).map(({ title, strength }) => [title, strength])).toEqual([
      ['One', 'none'],
      ['Six', 'strong'],
      ['Five', 'good'],
      ['Four', 'some'],
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/voter|"votes"|:7\b|:3\b/);
  });

  test('topics that are chosen for a date ahead are shown to those who may see that date, with their own vote', async () => {
    const { vote, choose, addDate, read, seriesId } = await openVote();
    const date = await addDate('2026-12-03');
    await vote('bob', 'Two');
    await choose(date.id, 'Two');
    const seen = (id: string, now = NOW) => listChosenAhead(read, viewerIn('public', id), seriesId, now);
    expect(await seen('bob')).toMatchObject([{ title: 'Two', isMyVote: true, meetup: { slug: 'cafe-of-2026-12-03' } }]);
    expect(await seen('ann')).toMatchObject([{ title: 'Two', isMyVote: false }]);
    expect(await seen('ann', date.times.endsAt)).toEqual([]);
  });
});
