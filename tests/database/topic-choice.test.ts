import { expect, test } from 'vitest';
import { listTopics } from '#domain/meetups/meetup-queries.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { type Move, moveTopicUp, saveRoles, takeTopicOff, typeTopicIn } from '#domain/topics/choice-commands.ts';
import { withdrawTopic } from '#domain/topics/withdrawal-commands.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, seenBy, topic } from '#tests/support/meetup-room.ts';
import { openTopicRoom } from '#tests/support/topics.ts';

forEachEngine((open) => {
  /** Four topics by Bob, a date, and Ann who hosts it. */
  async function openChoice() {
    const room = await openTopicRoom(open);
    const { write, stationery, ann, read, idOf } = room;
    for (const title of ['One', 'Two', 'Three', 'Four']) await room.offer(title);
    const date = await room.addDate('2026-12-03');
    const of = async (title: string): Promise<Move> => ({ meetupId: date.id, topicId: await idOf(title), roles: [] });
    return {
      ...{ ...room, date },
      order: async () => (await listTopics(read, seenBy('staff'), [date.id])).map(({ title }) => title),
      pick: (title: string) => room.choose(date.id, title),
      takeOff: async (title: string, editor = ann) => {
        const choice = await of(title);
        return write((tx) => takeTopicOff(tx, choice, editor, stationery, NOW));
      },
      moveUp: async (title: string) => {
        const choice = await of(title);
        return write((tx) => moveTopicUp(tx, choice, ann, NOW));
      },
      typeIn: (title: string) => {
        const words = { meetupId: date.id, title, question: '', leadId: null, leadName: 'Grace' };
        return write((tx) => typeTopicIn(tx, words, ann, newId, NOW));
      },
    };
  }

  test('a host fills three places from the list; the one who offered starts it, and gets a letter', async () => {
    const { pick, order, titles, letters, read, date } = await openChoice();
    for (const title of ['Two', 'One', 'Three']) expect(await pick(title)).toMatchObject({ kind: 'chosen' });
    expect(await pick('Four')).toEqual({ kind: 'full' });
    expect(await order()).toEqual(['Two', 'One', 'Three']);
    expect(await titles()).toEqual(['Four']);
    expect((await listTopics(read, seenBy('staff'), [date.id]))[0]).toMatchObject({
      lead: { name: 'Name of bob' },
      minutes: 30,
    });
    expect((await letters()).map(({ recipient, subject }) => [recipient, subject])).toEqual(
      ['Two', 'One', 'Three'].map((title) => ['bob@council.example', `Your topic is chosen: ${title}`]),
    );
    const found = await searchEverything(read, seenBy('public'), 'three', 1);
    expect(found.results.map(({ path }) => path)).toEqual(['/meetups/cafe-of-2026-12-03']);
  });

  test('two hosts who choose four topics at once fill three places', async () => {
    const { pick, order } = await openChoice();
    const outcomes = await Promise.all(['One', 'Two', 'Three', 'Four'].map(pick));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['chosen', 'chosen', 'chosen', 'full']);
    expect(await order()).toHaveLength(3);
  });

  test('a topic taken off goes back to the list with its votes, the others follow one another, and its author is told', async () => {
    const { pick, takeOff, order, titles, vote, list, letters, read } = await openChoice();
    await vote('ann', 'One');
    for (const title of ['One', 'Two', 'Three']) await pick(title);
    expect(await takeOff('One')).toMatchObject({ kind: 'taken-off' });
    expect(await order()).toEqual(['Two', 'Three']);
    expect(await titles()).toContain('One');
    expect((await list()).find(({ title }) => title === 'One')).toMatchObject({ isMyVote: true, strength: 'some' });
    expect((await letters()).at(-1)?.subject).toBe('Your topic is back on the list: One');
    expect((await searchEverything(read, seenBy('public'), 'one', 1)).total).toBe(0);
    await pick('Four');
    expect(await order()).toEqual(['Two', 'Three', 'Four']);
  });

  test('the running order is the host’s: up, who starts, who takes notes, how long', async () => {
    const { pick, moveUp, order, write, ann, idOf, read, date } = await openChoice();
    for (const title of ['One', 'Two', 'Three']) await pick(title);
    await moveUp('Three');
    await moveUp('Three');
    await moveUp('Three');
    expect(await order()).toEqual(['Three', 'One', 'Two']);
    const role = { leadId: 'ann', leadName: '', noteTakerId: null, noteTakerName: 'Grace', minutes: 20 };
    const roles = [
      { ...role, id: await idOf('One') },
      { ...role, id: await idOf('Four') },
    ];
    expect(await write((tx) => saveRoles(tx, { meetupId: date.id, roles }, ann, NOW))).toMatchObject({ kind: 'saved' });
    const [, one] = await listTopics(read, seenBy('staff'), [date.id]);
    expect(one).toMatchObject({
      title: 'One',
      lead: { name: 'Name of ann' },
      noteTaker: { name: 'Grace' },
      minutes: 20,
    });
  });

  test('a host types a topic in, and one that is taken off is gone', async () => {
    const { typeIn, takeOff, order, titles } = await openChoice();
    expect(await typeIn('A surprise')).toMatchObject({ kind: 'typed-in' });
    for (const title of ['B', 'C']) await typeIn(title);
    expect(await typeIn('D')).toEqual({ kind: 'full' });
    await takeOff('A surprise');
    expect(await order()).toEqual(['B', 'C']);
    expect(await titles()).not.toContain('A surprise');
  });

  test('only a host of the date chooses, only from its own series, and only for the circle it was offered in', async () => {
    const { takeOff, addDate, choose, pick, save } = await openChoice();
    const bob = { person: { id: 'bob' }, isAdmin: false };
    await pick('One');
    expect(await takeOff('One', bob)).toEqual({ kind: 'not-yours' });
    const narrow = await addDate('2027-01-07', { circle: 'staff' });
    expect(await choose(narrow.id, 'Two')).toEqual({ kind: 'other-circle' });
    const alone = meetupWish({ title: 'Alone' });
    await save(alone);
    expect(await choose(alone.id, 'Two')).toEqual({ kind: 'no-such-topic' });
    expect(await choose('nothing', 'Two')).toEqual({ kind: 'no-such-meetup' });
    const theirs = await addDate('2027-02-04', { hostId: 'bob' });
    expect(await choose(theirs.id, 'Two')).toEqual({ kind: 'not-yours' });
  });

  test('a date that is over or called off takes no more topics', async () => {
    const { addDate, choose, cancel, date } = await openChoice();
    const off = await addDate('2027-01-07');
    await cancel(off.id);
    expect(await choose(off.id, 'One')).toEqual({ kind: 'closed' });
    expect(await choose(date.id, 'One', date.times.endsAt)).toEqual({ kind: 'closed' });
  });

  test('whoever takes back a chosen topic frees its place, and the hosts are told', async () => {
    const { pick, order, write, idOf, stationery, letters, date } = await openChoice();
    for (const title of ['One', 'Two']) await pick(title);
    const topicId = await idOf('One');
    const withdraw = (now: Date) => write((tx) => withdrawTopic(tx, { topicId, personId: 'bob' }, stationery, now));
    expect(await withdraw(date.times.endsAt)).toEqual({ kind: 'over' });
    expect(await withdraw(NOW)).toMatchObject({ kind: 'withdrawn' });
    expect(await order()).toEqual(['Two']);
    expect((await letters()).at(-1)).toMatchObject({
      recipient: 'ann@council.example',
      subject: 'A topic was taken back: One',
    });
  });

  test('the form of a meetup changes its topics in place: votes, notes and lessons go on pointing at them', async () => {
    const { pick, edit, date, order, idOf, read, titles } = await openChoice();
    await pick('One');
    await pick('Two');
    const [one, two] = [await idOf('One'), await idOf('Two')];
    const wish = { ...date, topics: [topic('New'), topic('Two, mended', '', two)] };
    expect(await edit(wish)).toMatchObject({ kind: 'saved' });
    expect(await order()).toEqual(['New', 'Two, mended']);
    expect(await idOf('Two, mended')).toBe(two);
    expect(await titles()).toContain('One');
    const added = await idOf('New');
    await edit({
      ...date,
      topics: [topic('Two, mended', '', two), topic('New', '', added), topic('Not mine', '', one)],
    });
    expect(await order()).toEqual(['Two, mended', 'New', 'Not mine']);
    expect(await idOf('One')).toBe(one);
    expect(await idOf('New')).toBe(added);
    expect(await read.$count(read.tables.topics)).toBe(6);
  });

  test('what was offered among staff does not come to more people by opening the meetup', async () => {
    const { addDate, choose, edit, offer } = await openTopicRoom(open, { circle: 'staff' });
    await offer('Among us');
    const date = await addDate('2026-12-03');
    await choose(date.id, 'Among us');
    expect(await edit({ ...date, circle: 'public' })).toEqual({ kind: 'topics-are-narrower' });
  });
});
