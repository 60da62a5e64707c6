import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { callOff } from '#domain/meetups/meetup-change-commands.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { timesOf } from '#tests/support/meetup-room.ts';
import { openQueue } from '#tests/support/rsvps.ts';

/** The meetup starts on Saturday 5 December at 10. */
const THURSDAY_9 = new Date('2026-12-03T09:00:00Z');
const THURSDAY_11 = new Date('2026-12-03T11:00:00Z');
const OFFER_ENDS = new Date('2026-12-04T08:00:00Z');
const later = (minutes: number, from = THURSDAY_11) => new Date(from.getTime() + minutes * 60_000);

/** Ann has the only place; Bo and Cy wait. */
async function openFullRoom(database: Database) {
  const queue = await openQueue(database, { places: 1 });
  for (const name of ['ann', 'bo', 'cy']) await queue.come(name);
  const subjects = async () => (await queue.letters()).slice(3);
  return { ...queue, subjects };
}

forEachEngine((open) => {
  test('more than 48 hours before the start a free place is theirs at once; then it is offered until a deadline', async () => {
    const early = await openFullRoom(await open());
    await early.leave('ann', THURSDAY_9);
    expect(await early.line()).toEqual(['ann: not-going, 1', 'bo: going, 1', 'cy: waiting, 1']);
    const late = await openFullRoom(await open());
    await late.leave('ann', THURSDAY_11);
    expect((await late.rows())[1]).toMatchObject({ status: 'offered', offeredUntil: OFFER_ENDS });
    expect(await late.subjects()).toEqual(['bo: A place is kept for you, yes or no', 'ann: You are not coming']);
  });

  test('an offered place is kept: nobody else gets it until the deadline', async () => {
    const { leave, come, line } = await openFullRoom(await open());
    await leave('ann', THURSDAY_11);
    expect(await come('di', 1, later(1))).toMatchObject({ position: 2 });
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: offered, 1', 'cy: waiting, 1', 'di: waiting, 1']);
  });

  test('yes by the link in the letter makes it theirs; no passes it on at once', async () => {
    const yes = await openFullRoom(await open());
    await yes.leave('ann', THURSDAY_11);
    expect(await yes.confirm('bo', 1, later(5))).toMatchObject({ rsvp: { status: 'going', offeredUntil: null } });
    expect(await yes.line()).toEqual(['ann: not-going, 1', 'bo: going, 1', 'cy: waiting, 1']);
    const no = await openFullRoom(await open());
    await no.leave('ann', THURSDAY_11);
    await no.leave('bo', later(5));
    expect(await no.line()).toEqual(['ann: not-going, 1', 'bo: not-going, 1', 'cy: offered, 1']);
    expect((await no.subjects()).slice(2)).toEqual([
      'cy: A place is kept for you, yes or no',
      'bo: You are not coming',
    ]);
  });

  test('silence passes it on by a job, which tells both once, however often it runs', async () => {
    const { leave, work, line, subjects, rows } = await openFullRoom(await open());
    await leave('ann', THURSDAY_11);
    await work(later(-1, OFFER_ENDS));
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: offered, 1', 'cy: waiting, 1']);
    for (const minutes of [0, 0, 1]) await work(later(minutes, OFFER_ENDS));
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: not-going, 1', 'cy: offered, 1']);
    expect((await subjects()).slice(2)).toEqual([
      'bo: Your place went to the next in line',
      'cy: A place is kept for you, yes or no',
    ]);
    const [, , cy] = await rows();
    await work(later(0, cy?.offeredUntil ?? OFFER_ENDS));
    expect((await subjects()).at(-1)).toBe('cy: Your place went to the next in line');
  });

  test('a site that was off, or whose clock jumps, passes an offer on when it looks again; late yes stands at the end of the line', async () => {
    const { leave, work, confirm, come, line } = await openFullRoom(await open());
    await leave('ann', THURSDAY_11);
    await come('di', 1, later(1));
    const night = later(20 * 60, OFFER_ENDS);
    expect(await confirm('bo', 1, night), 'before anything has looked').toMatchObject({
      position: 2,
      rsvp: { turn: 5 },
    });
    await work(night);
    await work(later(60));
    expect(await line()).toEqual(['ann: not-going, 1', 'cy: offered, 1', 'di: waiting, 1', 'bo: waiting, 1']);
  });

  test('an offer that ended is nobody’s, even before anything has looked', async () => {
    const { leave, come, line } = await openFullRoom(await open());
    await leave('ann', THURSDAY_11);
    expect(await come('di', 1, later(1, OFFER_ENDS))).toMatchObject({ position: 1 });
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: offered, 1', 'cy: offered, 1', 'di: waiting, 1']);
  });

  test('a party of three is offered three places or none, and nobody goes past it', async () => {
    const { come, leave, line } = await openQueue(await open(), { places: 4 });
    await come('ann', 2);
    await come('ed', 2);
    await come('bo', 3);
    await come('cy', 1);
    await leave('ann', THURSDAY_11);
    expect(await line()).toEqual(['ann: not-going, 2', 'ed: going, 2', 'bo: waiting, 3', 'cy: waiting, 1']);
    await leave('ed', later(1));
    expect(await line()).toEqual(['ann: not-going, 2', 'ed: not-going, 2', 'bo: offered, 3', 'cy: offered, 1']);
  });

  test('a smaller party can say yes with fewer, and the rest is offered to the next', async () => {
    const { come, leave, confirm, line } = await openQueue(await open(), { places: 2 });
    await come('ann', 2);
    await come('bo', 2);
    await come('cy');
    await leave('ann', THURSDAY_11);
    await confirm('bo', 1, later(1));
    expect(await line()).toEqual(['ann: not-going, 2', 'bo: going, 1', 'cy: offered, 1']);
  });

  test('whoever presses the button while there is room has the place at once', async () => {
    const { come } = await openQueue(await open(), { places: 2 });
    expect(await come('ann', 1, THURSDAY_11)).toMatchObject({ rsvp: { status: 'going' } });
  });

  test('somebody without an address is offered it too: the hosts are asked to ring, and answer for them', async () => {
    const { enter, leave, come, answer, line, letters } = await openQueue(await open(), { places: 1 });
    await come('ann');
    await enter('Mrs Gaunt');
    await leave('ann', THURSDAY_11);
    expect((await letters()).filter((letter) => letter.startsWith('hetty'))).toEqual(['hetty: Please ring Mrs Gaunt']);
    await answer('Mrs Gaunt', 1, later(30));
    expect(await line()).toEqual(['ann: not-going, 1', 'Mrs Gaunt: going, 1']);
  });

  test('an unconfirmed address has its own deadline, and gets the place with that one', async () => {
    const { ask, come, leave, rows } = await openQueue(await open(), { places: 1 });
    await come('ann');
    await ask('bo', 1, later(-10));
    await leave('ann', THURSDAY_11);
    expect((await rows())[1]).toMatchObject({ status: 'going', heldUntil: later(110), offeredUntil: null });
  });

  test('when the meetup moves to an earlier time, no offer lasts past the start, and the letter says so', async () => {
    const database = await open();
    const { leave, change, work, rows } = await openFullRoom(database);
    await leave('ann', THURSDAY_11);
    await change(timesOf('2026-12-03T15:00', '2026-12-03T16:30'), later(10));
    expect((await rows())[1]).toMatchObject({ status: 'offered', offeredUntil: new Date('2026-12-03T15:00:00Z') });
    const letters = await database.read.select().from(database.read.tables.outbox);
    expect(letters.at(-2)?.plainText).toContain('until Thursday 3 December 2026, 3 pm: please say yes or no');
    await work(new Date('2026-12-03T15:01:00Z'));
    expect(
      (await rows()).map(({ status }) => status),
      'it has started',
    ).toEqual(['not-going', 'not-going', 'waiting']);
  });

  test('when the meetup moves to a later week, an offer keeps its deadline, and new free places are given at once', async () => {
    const { leave, change, line } = await openFullRoom(await open());
    await leave('ann', THURSDAY_11);
    await change({ ...timesOf('2026-12-12T10:00', '2026-12-12T11:30'), places: 2 }, later(10));
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: offered, 1', 'cy: going, 1']);
  });

  test('more places in the last two days are offered to as many as fit', async () => {
    const { change, line } = await openFullRoom(await open());
    await change({ places: 3 }, THURSDAY_11);
    expect(await line()).toEqual(['ann: going, 1', 'bo: offered, 1', 'cy: offered, 1']);
  });

  test('once it is cancelled, everybody is told that, and no offer is passed on', async () => {
    const database = await open();
    const { leave, facts, work, line, subjects, stationery } = await openFullRoom(database);
    await leave('ann', THURSDAY_11);
    const why = { reason: 'The boiler broke.', byId: null };
    await database.write((tx) => callOff(tx, facts, why, stationery, later(10)));
    await work(OFFER_ENDS);
    expect(await line()).toEqual(['ann: not-going, 1', 'bo: offered, 1', 'cy: waiting, 1']);
    expect((await subjects()).slice(2)).toEqual(['bo: Cancelled', 'cy: Cancelled']);
  });
});
