import { expect, test } from 'vitest';
import { forEachEngine } from '#tests/support/engines.ts';
import { minutesAfter, openQueue } from '#tests/support/rsvps.ts';

const DURING = new Date('2026-12-05T10:30:00Z');
const AFTER = new Date('2026-12-05T12:00:00Z');

forEachEngine((open) => {
  test('200 people race for 20 places: 20 have one, 180 wait in one line', async () => {
    const { come, rows } = await openQueue(await open(), { places: 20 });
    const outcomes = await Promise.all(Array.from({ length: 200 }, (_, i) => come(`p${i}`)));
    const saved = outcomes.flatMap((outcome) => (outcome.kind === 'saved' ? [outcome] : []));
    const positions = saved.flatMap(({ position }) => position ?? []).sort((a, b) => a - b);
    const turns = (await rows()).map(({ turn }) => turn);
    expect(saved.filter(({ rsvp }) => rsvp.status === 'going')).toHaveLength(20);
    expect(positions).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
    expect(turns).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect((await rows()).slice(0, 20).every(({ status }) => status === 'going')).toBe(true);
  });

  test('a party is never split, and nobody overtakes it', async () => {
    const { come, leave, line } = await openQueue(await open(), { places: 4 });
    await come('ann', 3);
    expect(await come('bo', 2)).toMatchObject({ kind: 'saved', position: 1 });
    expect(await come('cy', 1)).toMatchObject({ position: 2 });
    await leave('ann');
    expect(await line()).toEqual(['ann: not-going, 3', 'bo: going, 2', 'cy: going, 1']);
  });

  test('a freed place goes to the first in line, who gets a letter', async () => {
    const { come, leave, line, letters, rows } = await openQueue(await open(), { places: 2 });
    for (const name of ['ann', 'bo', 'cy', 'di']) await come(name);
    await leave('ann', minutesAfter(5));
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: going, 1', 'cy: going, 1', 'di: waiting, 1']);
    expect(await letters()).toEqual([
      'ann: You have a place',
      'bo: You have a place',
      'cy: You are number 1 on the waiting list',
      'di: You are number 2 on the waiting list',
      'cy: A place is yours',
      'ann: You are not coming',
    ]);
    expect((await rows()).map(({ promotedAt }) => promotedAt)).toEqual([null, null, minutesAfter(5), null]);
  });

  test('a smaller party frees its places, also when it is full', async () => {
    const { come, line } = await openQueue(await open(), { places: 4 });
    await come('ann', 4);
    await come('bo', 2);
    expect(await come('ann', 2)).toMatchObject({ kind: 'saved', rsvp: { status: 'going', turn: 1 } });
    expect(await line()).toEqual(['ann: going, 2', 'bo: going, 2']);
  });

  test('a party grows into free places, but not past those who wait', async () => {
    const { come, line } = await openQueue(await open(), { places: 6 });
    await come('ann', 2);
    expect(await come('ann', 3)).toMatchObject({ kind: 'saved', rsvp: { status: 'going' } });
    await come('bo', 2);
    expect(await come('ann', 5)).toEqual({ kind: 'no-room', room: 1, partySize: 3 });
    await come('cy', 2);
    expect(await come('ann', 4)).toEqual({ kind: 'no-room', room: 0, partySize: 3 });
    expect(await line()).toEqual(['ann: going, 3', 'bo: going, 2', 'cy: waiting, 2']);
  });

  test('a waiting party keeps its turn when it changes, and moves up once it fits', async () => {
    const { come, line } = await openQueue(await open(), { places: 3 });
    await come('ann', 2);
    await come('bo', 2);
    await come('cy', 1);
    expect(await come('bo', 3)).toMatchObject({ position: 1 });
    expect(await come('bo', 1)).toMatchObject({ rsvp: { status: 'going', turn: 2 } });
    expect(await line()).toEqual(['ann: going, 2', 'bo: going, 1', 'cy: waiting, 1']);
  });

  test('whoever comes back after withdrawing stands at the end of the line', async () => {
    const { come, leave, line } = await openQueue(await open(), { places: 1 });
    await come('ann');
    await come('bo');
    await come('cy');
    await leave('bo');
    expect(await come('bo')).toMatchObject({ position: 2 });
    expect(await line()).toEqual(['ann: going, 1', 'cy: waiting, 1', 'bo: waiting, 1']);
  });

  test('somebody who never had a place can say that they can’t come, also when it is full', async () => {
    const { come, leave, line, letters } = await openQueue(await open(), { places: 1 });
    await come('ann');
    expect(await leave('bo')).toMatchObject({ kind: 'withdrawn' });
    expect(await leave('bo')).toMatchObject({ kind: 'withdrawn' });
    expect(await line()).toEqual(['ann: going, 1', 'bo: not-going, 1']);
    expect(await letters()).toEqual(['ann: You have a place']);
  });

  test('saving the same twice is one RSVP and one letter', async () => {
    const { come, line, letters } = await openQueue(await open());
    await Promise.all([come('ann', 2), come('ann', 2)]);
    expect(await line()).toEqual(['ann: going, 2']);
    expect(await letters()).toEqual(['ann: You have places for 2']);
  });

  test('without a limit everybody has a place', async () => {
    const { come } = await openQueue(await open(), { places: null });
    for (const name of ['ann', 'bo', 'cy']) expect(await come(name, 6)).toMatchObject({ rsvp: { status: 'going' } });
  });

  test('a party that the whole room cannot hold is refused', async () => {
    const { come, line } = await openQueue(await open(), { places: 4 });
    expect(await come('ann', 5)).toEqual({ kind: 'too-large', places: 4 });
    expect(await line()).toEqual([]);
  });

  test('once it has started nobody joins or moves up, but leaving still works; afterwards nothing changes', async () => {
    const { come, leave, line } = await openQueue(await open(), { places: 1 });
    await come('ann');
    await come('bo');
    expect(await come('cy', 1, DURING)).toEqual({ kind: 'closed', stage: 'started' });
    expect(await leave('ann', DURING)).toMatchObject({ kind: 'withdrawn' });
    expect(await leave('bo', AFTER)).toEqual({ kind: 'closed', stage: 'over' });
    expect(await come('bo', 1, AFTER)).toEqual({ kind: 'closed', stage: 'over' });
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: waiting, 1']);
  });

  test('a cancelled meetup takes no RSVPs', async () => {
    const database = await open();
    const { come, leave, facts } = await openQueue(database);
    const { meetupCancellations } = database.read.tables;
    const cancellation = { meetupId: facts.meetup.id, reason: 'Flood', cancelledAt: minutesAfter(0) };
    await database.write((tx) => tx.insert(meetupCancellations).values(cancellation));
    expect(await come('ann')).toEqual({ kind: 'closed', stage: 'cancelled' });
    expect(await leave('ann')).toEqual({ kind: 'closed', stage: 'cancelled' });
  });
});
