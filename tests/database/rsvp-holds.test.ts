import { expect, test } from 'vitest';
import { listDueJobs } from '#domain/jobs/job-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { minutesAfter, openQueue } from '#tests/support/rsvps.ts';

forEachEngine((open) => {
  test('an unconfirmed RSVP holds its place for two hours, and confirming makes it theirs', async () => {
    const { ask, confirm, come, rows, letters } = await openQueue(await open(), { places: 1 });
    expect(await ask('ann')).toMatchObject({ kind: 'asked' });
    expect((await rows())[0]).toMatchObject({ status: 'going', heldUntil: minutesAfter(120), personId: null });
    expect(await come('bo')).toMatchObject({ position: 1 });
    expect(await confirm('ann', 1, minutesAfter(119))).toMatchObject({ kind: 'saved', rsvp: { heldUntil: null } });
    expect(await letters()).toEqual([
      'ann: Please confirm',
      'bo: You are number 1 on the waiting list',
      'ann: You have a place',
    ]);
  });

  test('a lapsed hold goes to the next in line within the minute, once', async () => {
    const database = await open();
    const { ask, come, release, line, letters, facts } = await openQueue(database, { places: 1 });
    await ask('ann');
    await come('bo');
    const due = (now: Date) => listDueJobs(database.read, ['release-holds'], now, 10);
    expect(await due(minutesAfter(119))).toEqual([]);
    expect(await due(minutesAfter(120))).toMatchObject([{ subjectId: facts.meetup.id }]);
    expect(await release(minutesAfter(120))).toBeNull();
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: going, 1']);
    expect((await letters()).filter((letter) => letter === 'bo: A place is yours')).toHaveLength(1);
  });

  test('a hold that lapsed counts no more, even before anything has looked', async () => {
    const { ask, come } = await openQueue(await open(), { places: 1 });
    await ask('ann');
    expect(await come('bo', 1, minutesAfter(121))).toMatchObject({ rsvp: { status: 'going' } });
  });

  test('an unconfirmed party at the head of the line does not hold it up once its hold has lapsed', async () => {
    const { ask, come, release, line } = await openQueue(await open(), { places: 3 });
    await come('ann', 2);
    await ask('bo', 2);
    await come('cy', 1);
    await release(minutesAfter(120));
    expect(await line()).toEqual(['ann: going, 2', 'bo: not-going, 2', 'cy: going, 1']);
  });

  test('whoever confirms late stands at their old turn', async () => {
    const { ask, come, confirm, leave, release, line } = await openQueue(await open(), { places: 1 });
    await ask('ann');
    await come('bo');
    await come('cy');
    await release(minutesAfter(120));
    expect(await confirm('ann', 1, minutesAfter(180))).toMatchObject({
      rsvp: { turn: 1, status: 'waiting' },
      position: 1,
    });
    await leave('bo', minutesAfter(181));
    expect(await line()).toEqual(['ann: going, 1', 'bo: not-going, 1', 'cy: waiting, 1']);
  });

  test('asking again while the place is held changes nothing; after it lapsed it is held anew at the same turn', async () => {
    const { ask, rows, letters } = await openQueue(await open());
    await ask('ann', 2);
    await ask('ann', 5, minutesAfter(10));
    expect(await rows()).toMatchObject([{ partySize: 2, heldUntil: minutesAfter(120) }]);
    await ask('ann', 5, minutesAfter(130));
    expect(await rows()).toMatchObject([{ partySize: 5, turn: 1, status: 'going', heldUntil: minutesAfter(250) }]);
    expect(await letters()).toEqual(['ann: Please confirm', 'ann: Please confirm', 'ann: Please confirm']);
  });

  test('asking with an address that has an RSVP changes nothing, answers the same, and sends the way to change it', async () => {
    const { ask, come, leave, line, letters } = await openQueue(await open());
    await come('ann', 2);
    await come('bo');
    await leave('bo');
    const answers = [await ask('ann', 6), await ask('bo'), await ask('newcomer')];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await line()).toEqual(['ann: going, 2', 'bo: not-going, 1', 'newcomer: going, 1']);
    expect((await letters()).slice(-3)).toEqual(['ann: Your RSVP', 'bo: Your RSVP', 'newcomer: Please confirm']);
  });

  test('every link of every letter goes on working', async () => {
    const database = await open();
    const { ask, come, confirm, letters } = await openQueue(database);
    await ask('ann');
    const [first] = await database.read.select().from(database.read.tables.rsvpLinks);
    await confirm('ann');
    await ask('ann');
    expect(await letters()).toHaveLength(3);
    const links = await database.read.select().from(database.read.tables.rsvpLinks);
    expect(links).toHaveLength(3);
    expect(links.map(({ id }) => id)).toContain(first?.id);
    expect(await confirm('ann', 3)).toMatchObject({ rsvp: { partySize: 3 } });
    expect(await come('ann', 3)).toMatchObject({ rsvp: { partySize: 3 } });
  });

  test('somebody who signs in confirms by one press what they asked for before', async () => {
    const { ask, come, rows } = await openQueue(await open());
    await ask('ann', 2);
    await come('ann', 2);
    expect(await rows()).toMatchObject([{ status: 'going', turn: 1, heldUntil: null }]);
  });

  test('a confirmed address belongs to the person it belongs to, with their circle', async () => {
    const database = await open();
    const { ask, confirm, rows } = await openQueue(database);
    const person = { id: 'p', email: 'ann@home.example', name: 'Ann', circle: 'staff' as const, showsName: true };
    await database.write((tx) => tx.insert(tx.tables.people).values({ ...person, createdAt: minutesAfter(0) }));
    await ask('ann');
    expect(await rows()).toMatchObject([{ personId: null, circle: 'public' }]);
    await confirm('ann');
    expect(await rows()).toMatchObject([{ personId: 'p', circle: 'staff' }]);
  });
});
