import { expect, test } from 'vitest';
import { listDoor } from '#domain/door/door-queries.ts';
import { after, DOORS, openDoorway, tap, walkIn } from '#tests/support/door.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

forEachEngine((open) => {
  test('a party arrives with one tap, with another number than it promised, and a tap sent again counts once', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam', { partySize: 3 });
    const came = tap(sam, 2);
    expect(await door.mark([came])).toMatchObject({ kind: 'marked' });
    expect(await door.mark([came], { at: after(3) })).toMatchObject({ kind: 'marked' });
    expect(await door.here()).toEqual(['sam: 2']);
    expect(await door.see()).toMatchObject([{ name: 'sam', expected: 3, here: 2, lastTapId: came.id, conflict: null }]);
  });

  test('an arrival can be taken back and marked again, and keeps the time at which they were first seen', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam');
    const first = tap(sam, 1);
    const undone = tap(sam, 0, { afterId: first.id, tappedAt: after(1) });
    await door.mark([first, undone], { at: after(1) });
    expect(await door.here()).toEqual([]);
    await door.mark([tap(sam, 4, { afterId: undone.id, tappedAt: after(2) })], { at: after(2) });
    expect(await door.here()).toEqual(['sam: 4']);
    expect(await door.read.select().from(door.read.tables.arrivals)).toMatchObject([{ id: sam, arrivedAt: DOORS }]);
  });

  test('two hosts who mark the same party count it once, and agree when they say the same', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam', { partySize: 2 });
    await Promise.all([
      door.mark([tap(sam, 2)]),
      door.mark([tap(sam, 2, { tappedAt: after(1) })], { by: 'bob', at: after(1) }),
    ]);
    expect(await door.here()).toEqual(['sam: 2']);
    expect((await door.see())[0]?.conflict).toBeNull();
  });

  test('a tap that was kept without wifi has no last word over a later one, and both are told of the other', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam', { partySize: 2 });
    await door.mark([tap(sam, 3, { tappedAt: after(12) })], { at: after(12) });
    await door.mark([tap(sam, 2, { tappedAt: after(10) })], { by: 'bob', at: after(15) });
    expect(await door.here()).toEqual(['sam: 3']);
    const [seen] = await door.see('bob');
    expect(seen?.conflict).toEqual({ words: 'You said 2 at 10 am; Name of ann said 3 at 10.02 am.', other: 2 });
    await door.mark([tap(sam, 2, { afterId: seen?.lastTapId ?? '', tappedAt: after(16) })], {
      by: 'bob',
      at: after(16),
    });
    expect(await door.here()).toEqual(['sam: 2']);
    expect((await door.see())[0]?.conflict).toBeNull();
  });

  test('a host who changed their mind without wifi still did not know what the other had said', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam', { partySize: 2 });
    await door.mark([tap(sam, 2)]);
    const first = tap(sam, 2, { tappedAt: after(1) });
    const second = tap(sam, 3, { tappedAt: after(2), afterId: first.id });
    await door.mark([first, second], { by: 'bob', at: after(9) });
    expect(await door.here()).toEqual(['sam: 3']);
    expect((await door.see())[0]?.conflict).toMatchObject({ other: 2 });
    await door.mark([tap(sam, 3, { tappedAt: after(10), afterId: second.id })], { at: after(10) });
    expect((await door.see())[0]?.conflict).toBeNull();
  });

  test('somebody who walks in is counted in their circle, by name or without, also when it is sent twice', async () => {
    const door = await openDoorway(open);
    const rosa = walkIn('Rosa', { isFirstTime: true });
    const officer = walkIn('somebody at a partner', { circle: 'partner' });
    const taps = [tap(rosa.id, 2), tap(officer.id, 1)];
    await door.mark(taps, { walkIns: [rosa, officer] });
    await door.mark(taps, { walkIns: [rosa, officer], by: 'bob' });
    await door.mark([tap(await door.expect('sue', { circle: 'staff' }), 1)]);
    expect(await door.count()).toEqual({ staff: 1, partners: 1, public: 2, firstTimers: 3, parties: 3 });
    expect((await door.see()).map(({ name, marks }) => [name, ...marks])).toEqual([
      ['Rosa', 'first time', 'walked in'],
      ['somebody at a partner', 'partner', 'walked in'],
      ['sue', 'staff'],
    ]);
  });

  test('whoever is on the list may come: waiting, not confirmed, or said that they can’t', async () => {
    const door = await openDoorway(open);
    const ids = [
      await door.expect('wim', { status: 'waiting' }),
      await door.expect('una', { status: 'not-going', heldUntil: DOORS }),
      await door.expect('nat', { status: 'not-going', accessNeeds: 'A chair' }),
    ];
    await door.mark(ids.map((id) => tap(id, 1)));
    expect(await door.here()).toEqual(['nat: 1', 'una: 1', 'wim: 1']);
    expect((await door.see()).map(({ marks, group, hasNote }) => [...marks, group, hasNote])).toEqual([
      ['said they can’t come', 'other', true],
      ['did not confirm', 'other', false],
      ['on the waiting list', 'other', false],
    ]);
  });

  test('who was there before is no first-timer, by account or by address', async () => {
    const door = await openDoorway(open);
    await door.addPerson('lena');
    const earlier = await door.hold('2026-10-01T10:00', '2026-10-01T11:30');
    const october = new Date('2026-10-01T09:00:00Z');
    const before = [
      await door.expect('lena', { personId: 'lena' }, earlier),
      await door.expect('old', { email: 'old@home.example' }, earlier),
    ];
    await door.mark(
      before.map((id) => tap(id, 1, { tappedAt: october })),
      { meetup: earlier, at: october },
    );
    const now = [
      await door.expect('lena again', { personId: 'lena', email: 'lena@council.example' }),
      await door.expect('old again', { email: 'old@home.example' }),
      await door.expect('new', { email: 'new@home.example' }),
      await door.expect('nobody', { email: null }),
    ];
    await door.mark(now.map((id) => tap(id, 1)));
    expect(await door.count()).toMatchObject({ firstTimers: 1, parties: 4 });
  });

  test('the door opens three hours before and closes a day after; what was tapped in time is taken late', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam');
    const came = tap(sam, 1);
    expect(await door.mark([came], { at: after(-171) })).toEqual({ kind: 'closed', stage: 'early' });
    const late = after(60 * 26);
    expect(await door.mark([tap(sam, 1, { tappedAt: late })], { at: late })).toEqual({ kind: 'closed', stage: 'over' });
    expect(await door.mark([came], { at: after(60 * 24 * 9) })).toMatchObject({ kind: 'marked' });
    expect(await door.here()).toEqual(['sam: 1']);
  });

  test('a phone whose clock is wrong cannot have the last word from the future', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam');
    await door.mark([tap(sam, 5, { tappedAt: after(600) })]);
    const seen = (await door.see())[0]?.lastTapId ?? '';
    await door.mark([tap(sam, 1, { afterId: seen, tappedAt: after(1) })], { at: after(1), by: 'bob' });
    expect(await door.here()).toEqual(['sam: 1']);
  });

  test('only hosts mark and see who came', async () => {
    const door = await openDoorway(open);
    await door.addPerson('eve');
    const sam = await door.expect('sam');
    expect(await door.mark([tap(sam, 1)], { by: 'eve' })).toEqual({ kind: 'not-yours' });
    const other = { id: door.meetupId, zone: 'Europe/London' };
    await door.mark([tap(sam, 1)]);
    expect(await listDoor(door.read, viewerIn('staff', 'eve'), other, DOORS)).toEqual([]);
    expect(await door.mark([tap(sam, 1)], { meetup: 'none' })).toEqual({ kind: 'no-such-meetup' });
  });

  test('a host of one meetup cannot touch who came to another', async () => {
    const door = await openDoorway(open);
    const sam = await door.expect('sam');
    await door.mark([tap(sam, 2)]);
    const other = await door.hold('2026-12-03T10:00', '2026-12-03T11:30');
    await door.mark([tap(sam, 5)], { meetup: other });
    await door.mark([tap(sam, 6), tap(sam, 0, { tappedAt: after(1) })], {
      meetup: other,
      walkIns: [walkIn('x', { id: sam })],
      at: after(1),
    });
    await door.mark([tap(sam, 7, { tappedAt: after(2) })], { meetup: other, at: after(2) });
    expect(await door.here()).toEqual(['sam: 2']);
    expect(await door.here(other)).toEqual([]);
  });

  test('thirty taps by two hosts at once, each sent twice, count every party once', async () => {
    const door = await openDoorway(open);
    const ids = await Promise.all(Array.from({ length: 15 }, (_, at) => door.expect(`guest ${at}`)));
    const taps = ids.flatMap((id) => ['ann', 'bob'].map((by) => ({ by, one: tap(id, 1) })));
    await Promise.all([...taps, ...taps].map(({ by, one }) => door.mark([one], { by })));
    expect(await door.count()).toMatchObject({ public: 15, parties: 15 });
    expect((await door.see()).filter(({ conflict }) => conflict)).toEqual([]);
  });
});
