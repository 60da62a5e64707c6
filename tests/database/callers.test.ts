import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { listCallerRsvps } from '#domain/meetups/caller-rsvp-queries.ts';
import { type Entry, enterRsvp } from '#domain/meetups/entering-commands.ts';
import { addCaller } from '#domain/people/caller-commands.ts';
import { listCallers } from '#domain/people/caller-queries.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { newId, newToken } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { NOON, openQueue } from '#tests/support/rsvps.ts';
import { viewerIn } from '#tests/support/viewers.ts';

/** A meetup, and a colleague who enters people for it. */
async function openCounter(open: () => Promise<Database>, places = 5) {
  const database = await open();
  const queue = await openQueue(database, { places });
  const { meetup } = queue.facts;
  const enter = (wished: Partial<Entry> = {}) => {
    const entry: Entry = {
      ...{ meetupId: meetup.id, circles: CIRCLES, enteredById: meetup.hostId, callerId: newId() },
      ...{ name: 'Mrs Brown', email: null, circle: 'public', route: 'phone', partySize: 1, needs: null },
      ...wished,
    };
    return database.write((tx) => enterRsvp(tx, entry, queue.stationery, NOON));
  };
  const callers = () => listCallers(database.read);
  return { ...queue, ...database, meetup, enter, callers };
}

forEachEngine((open) => {
  test('whoever gives no address gets two words of their own, and the route is kept', async () => {
    const { enter, callers, rows, letters } = await openCounter(open);
    const entered = await enter({ route: 'text' });
    const [caller] = await callers();
    expect(entered).toMatchObject({ kind: 'saved', callerId: caller?.id });
    expect(caller).toMatchObject({ name: 'Mrs Brown', code: expect.stringMatching(/^[a-z]+-[a-z]+$/) });
    expect(await rows()).toMatchObject([{ personId: caller?.id, route: 'text', email: null, status: 'going' }]);
    expect(await letters()).toEqual([]);
  });

  test('pressing twice enters once, and the second press may change how many', async () => {
    const { enter, callers, line } = await openCounter(open);
    const callerId = newId();
    await Promise.all([enter({ callerId }), enter({ callerId }), enter({ callerId, partySize: 2 })]);
    expect(await line()).toEqual([expect.stringMatching(/^Mrs Brown: going, [12]$/)]);
    expect(await callers()).toHaveLength(1);
  });

  test('whoever rings again keeps their name and their two words', async () => {
    const { enter, callers, rows } = await openCounter(open);
    const callerId = newId();
    await enter({ callerId });
    const before = await callers();
    await enter({ callerId, name: 'Somebody Else', circle: 'staff', partySize: 3 });
    expect(await callers()).toEqual(before);
    expect(await rows()).toMatchObject([{ name: 'Mrs Brown', circle: 'public', partySize: 3 }]);
  });

  test('a refused RSVP leaves nobody behind, and nobody is entered for a meetup the colleague may not see', async () => {
    const { enter, callers } = await openCounter(open, 2);
    expect(await enter({ partySize: 6 })).toMatchObject({ kind: 'too-large' });
    expect(await enter({ circles: [] })).toMatchObject({ kind: 'no-such-meetup' });
    expect(await callers()).toEqual([]);
  });

  test('somebody who has an account cannot be entered in their name by its id', async () => {
    const { enter, meetup, rows } = await openCounter(open);
    expect(await enter({ callerId: meetup.hostId })).toMatchObject({ kind: 'no-such-meetup' });
    expect(await rows()).toEqual([]);
  });

  test('an address is written to as ever, and gets no words', async () => {
    const { enter, callers, letters } = await openCounter(open);
    expect(await enter({ email: 'brown@home.example' })).toMatchObject({ kind: 'saved', callerId: null });
    expect(await callers()).toEqual([]);
    expect(await letters()).toEqual(['brown: You have a place']);
  });

  test('a hundred entered at once have a hundred different codes', async () => {
    const { enter, callers } = await openCounter(open, 200);
    await Promise.all(Array.from({ length: 100 }, (_, n) => enter({ name: `Caller ${n}` })));
    expect(new Set((await callers()).map(({ code }) => code)).size).toBe(100);
  });

  test('a code that is taken is drawn again', async () => {
    const { write, meetup, callers } = await openCounter(open);
    const [one, other] = [newToken(), newToken()];
    const hashes = [one, one, one, other];
    const draw = () => hashes.shift()!;
    for (const name of ['Ann', 'Bo'])
      await write((tx) => addCaller(tx, { id: newId(), name, circle: 'public', madeById: meetup.hostId }, draw, NOON));
    expect(new Set((await callers()).map(({ code }) => code)).size).toBe(2);
    expect(hashes).toEqual([]);
  });

  test('what a caller has is shown to those who may see the meetup, with the place in line', async () => {
    const { enter, read, callers } = await openCounter(open, 1);
    await enter({ name: 'First' });
    const callerId = newId();
    await enter({ callerId, name: 'Second' });
    const seen = (circle: 'staff' | 'public', at = NOON) => listCallerRsvps(read, viewerIn(circle), [callerId], at);
    expect(await seen('staff')).toMatchObject([{ position: 1, rsvp: { status: 'waiting' }, personId: callerId }]);
    expect(await seen('staff', new Date('2027-01-01'))).toEqual([]);
    expect((await callers()).map(({ name }) => name)).toEqual(expect.arrayContaining(['First', 'Second']));
  });
});
