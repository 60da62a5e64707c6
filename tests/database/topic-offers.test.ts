import { expect, test } from 'vitest';
import { listDueJobs } from '#domain/jobs/job-queries.ts';
import { listRemovedTopics } from '#domain/topics/topic-queries.ts';
import { removeTopic, withdrawTopic } from '#domain/topics/withdrawal-commands.ts';
import { hashToken } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { NOW, seenBy } from '#tests/support/meetup-room.ts';
import { openTopicRoom, tokenTo } from '#tests/support/topics.ts';

const DAY = 86_400_000;
const daysLater = (days: number) => new Date(NOW.getTime() + days * DAY);

forEachEngine((open) => {
  test('an offered topic is on the list at once, and the same one offered twice stands there once', async () => {
    const { offer, list } = await openTopicRoom(open);
    expect(await offer('Bins, by text')).toEqual({ kind: 'offered', slug: 'first-thursdays' });
    expect(await offer('Bins, by text')).toEqual({ kind: 'already-there', slug: 'first-thursdays' });
    expect(await list()).toMatchObject([
      { title: 'Bins, by text', question: 'Bins, by text?', kind: 'it-worked', strength: 'none', passedOver: 0 },
    ]);
  });

  test('an offer without a session is shown only once its letter’s button was pressed', async () => {
    const { ask, confirm, titles, letters, read } = await openTopicRoom(open);
    expect(await ask('More benches', 'rosa')).toEqual({ kind: 'asked', slug: 'first-thursdays' });
    expect(await titles()).toEqual([]);
    const [letter] = await letters();
    expect(letter).toMatchObject({ recipient: 'rosa@home.example' });
    expect(letter?.subject + (letter?.plainText ?? '')).not.toMatch(/benches|rosa(?!@)/i);
    expect(await confirm(await tokenTo(read, 'rosa@home.example'))).toEqual({ kind: 'confirmed' });
    expect(await titles()).toEqual(['More benches']);
    expect(await confirm('made-up')).toEqual({ kind: 'no-such-topic' });
  });

  test('an offer that nobody confirms is forgotten after two days, and a confirmed one is not', async () => {
    const { ask, confirm, forget, titles, read, seriesId } = await openTopicRoom(open);
    await ask('Kept', 'rosa');
    await confirm(await tokenTo(read, 'rosa@home.example'));
    await ask('Forgotten', 'ed');
    await ask('Later', 'flo', daysLater(1));
    const due = (now: Date) => listDueJobs(read, ['forget-offers'], now, 10);
    expect(await due(new Date(daysLater(2).getTime() - 1))).toEqual([]);
    expect(await due(daysLater(2))).toMatchObject([{ subjectId: seriesId }]);
    expect(await forget(daysLater(2))).toEqual(daysLater(3));
    expect(await forget(daysLater(3))).toBeNull();
    expect(await titles()).toEqual(['Kept']);
    expect(await read.$count(read.tables.topics)).toBe(1);
    expect(await read.$count(read.tables.topicLinks)).toBe(1);
  });

  test('asking twice sends the way to the same offer and answers the same, confirmed or not', async () => {
    const { ask, confirm, letters, read, titles } = await openTopicRoom(open);
    const answers = [await ask('More benches', 'rosa'), await ask('More benches', 'rosa')];
    await confirm(await tokenTo(read, 'rosa@home.example'));
    answers.push(await ask('More benches', 'rosa'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await letters()).map(({ subject }) => subject.split(' for ')[0])).toEqual([
      'Please confirm your topic',
      'Please confirm your topic',
      'Your topic',
    ]);
    expect(await titles()).toEqual(['More benches']);
  });

  test.each(['public', 'partner', 'staff'] as const)(
    'a list for %s takes offers from that circle and shows them to nobody outside',
    async (circle) => {
      const { offer, ask, list, addPerson } = await openTopicRoom(open, { circle });
      await addPerson('pat', 'partner');
      await addPerson('rita', 'public');
      const circles = ['public', 'partner', 'staff'] as const;
      const outside = circles.slice(0, circles.indexOf(circle));
      const inside = circles.slice(circles.indexOf(circle));
      for (const one of outside)
        expect(await offer(`From ${one}`, 'rita', { circle: one })).toEqual({ kind: 'no-such-series' });
      if (circle !== 'public') expect(await ask('From a stranger', 'sue')).toEqual({ kind: 'no-such-series' });
      for (const one of inside)
        expect(await offer(`From ${one}`, 'ann', { circle: one })).toMatchObject({ kind: 'offered' });
      for (const one of outside) expect(await list(one)).toEqual([]);
      for (const one of inside) expect(await list(one)).toHaveLength(inside.length);
    },
  );

  test('topics of newcomers are marked and come first; who came, hosted or offered before is none', async () => {
    const { offer, addPerson, addDate, addRsvp, titles, list, by } = await openTopicRoom(open);
    for (const id of ['new', 'came', 'offered']) await addPerson(id, 'public');
    const past = await addDate('2026-11-05');
    await addRsvp(past.id, 'came', { personId: 'came' });
    await offer('Offered before', 'offered');
    await offer('By a host', 'ann');
    await offer('By one who came', 'came');
    await offer('By the same again', 'offered');
    await offer('By a newcomer', 'new');
    await offer('By one who rang', by(null, { name: 'Mr Holt', route: 'phone', enteredById: 'ann', isNew: true }));
    expect((await list()).filter(({ isFromNewcomer }) => isFromNewcomer).map(({ title }) => title)).toEqual([
      'Offered before',
      'By a newcomer',
      'By one who rang',
    ]);
    expect((await titles()).slice(3)).toEqual(['By a host', 'By one who came', 'By the same again']);
  });

  test('topics that are not chosen carry over, and the list says how often they were passed over', async () => {
    const { offer, addDate, cancel, list } = await openTopicRoom(open);
    await addDate('2026-11-05');
    const [first, second, off] = [
      await addDate('2026-12-03'),
      await addDate('2027-01-07'),
      await addDate('2027-02-04'),
    ];
    await offer('Patience');
    await cancel(off.id);
    const passed = async (now: Date) => (await list('staff', 'ann', now))[0]?.passedOver;
    expect(await passed(NOW)).toBe(0);
    expect(await passed(first.times.endsAt)).toBe(1);
    expect(await passed(second.times.endsAt)).toBe(2);
    expect(await passed(daysLater(300))).toBe(2);
  });

  test('a name that was typed is for staff, and others see a resident', async () => {
    const { offer, list, by } = await openTopicRoom(open);
    await offer('By phone', by(null, { name: 'Mr Holt', route: 'phone', enteredById: 'ann' }));
    expect((await list('staff'))[0]?.offeredBy).toMatchObject({ name: 'Mr Holt' });
    for (const circle of ['public', 'partner'] as const)
      expect((await list(circle))[0]?.offeredBy).toEqual({ id: null, name: null, role: 'a resident' });
  });

  test('whoever offered a topic takes it back, by session or by link, and nobody else', async () => {
    const { offer, ask, confirm, titles, write, stationery, idOf, read, by } = await openTopicRoom(open);
    await offer('Mine', 'bob');
    await offer('For somebody', by(null, { name: 'Mr Holt', enteredById: 'ann' }));
    await ask('By mail', 'rosa');
    const token = await tokenTo(read, 'rosa@home.example');
    await confirm(token);
    const withdraw = async (title: string, personId: string) => {
      const topicId = await idOf(title);
      return write((tx) => withdrawTopic(tx, { topicId, personId }, stationery, NOW));
    };
    expect(await withdraw('Mine', 'ann')).toEqual({ kind: 'not-yours' });
    expect(await withdraw('Mine', 'bob')).toMatchObject({ kind: 'withdrawn' });
    expect(await withdraw('For somebody', 'ann')).toMatchObject({ kind: 'withdrawn' });
    const whose = { linkHash: hashToken(token) };
    expect(await write((tx) => withdrawTopic(tx, whose, stationery, NOW))).toMatchObject({ kind: 'withdrawn' });
    expect(await titles()).toEqual([]);
  });

  test('a host who takes a topic off the list leaves a reason, and whoever offered it is told', async () => {
    const { offer, titles, write, stationery, idOf, letters, read, seriesId, ann } = await openTopicRoom(open);
    await offer('About a neighbour', 'bob');
    const wish = { topicId: await idOf('About a neighbour'), reason: 'It names somebody who is not here.' };
    const bob = { person: { id: 'bob' }, isAdmin: false };
    expect(await write((tx) => removeTopic(tx, wish, bob, stationery, NOW))).toEqual({ kind: 'not-yours' });
    expect(await write((tx) => removeTopic(tx, wish, ann, stationery, NOW))).toMatchObject({ kind: 'removed' });
    expect(await titles()).toEqual([]);
    expect(await listRemovedTopics(read, seenBy('public'), seriesId)).toEqual([
      { offeredAt: NOW, reason: 'It names somebody who is not here.', withdrawnAt: NOW },
    ]);
    expect(await letters()).toMatchObject([{ recipient: 'bob@council.example' }]);
    expect((await letters())[0]?.plainText).toContain('It names somebody who is not here.');
  });
});
