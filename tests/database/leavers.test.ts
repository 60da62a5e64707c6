import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { startHandOvers } from '#domain/handovers/hand-over-commands.ts';
import { listHoldings } from '#domain/leavers/holding-queries.ts';
import { tellOfLastDay } from '#domain/leavers/last-day-commands.ts';
import { findLeaver, listLeavers } from '#domain/leavers/leaver-queries.ts';
import { bringBack, markLeft, setLeavingDay } from '#domain/leavers/leaving-commands.ts';
import { queueLetters } from '#domain/mail/outbox-commands.ts';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { saveProfile } from '#domain/people/people-commands.ts';
import { findPublicPerson, listMembers } from '#domain/people/people-queries.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { channelFields, NOW, onX, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { ANN, KIM, MO, openOffice, STATIONERY } from '#tests/support/hand-overs.ts';
import { meetupWish, openMeetupRoom, timesOf } from '#tests/support/meetup-room.ts';
import { somebody } from '#tests/support/rsvps.ts';
import { viewerIn } from '#tests/support/viewers.ts';

async function openLeaving(open: () => Promise<Database>) {
  const office = await openOffice(open);
  const { write } = office;
  const leave = (personId = 'mo') => write((tx) => markLeft(tx, { personId, notedById: 'kim', today: TODAY }, NOW));
  return { ...office, leave };
}

forEachEngine((open) => {
  test('what would leave with somebody comes with its risks, the riskiest first', async () => {
    const { read, save } = await openLeaving(open);
    const safe = { recoveryIsShared: true, signInKeptIn: 'password-manager' } as const;
    await save('d', channelFields('libraries', { name: 'Safe', ownerId: 'ann', deputyId: 'mo', ...safe }));
    await save('x', channelFields('libraries', { ...onX('mo'), ownerId: 'mo', deputyId: 'ann' }));
    await save('e', channelFields('libraries', { name: 'Alone', deputyId: 'mo', accountKind: 'personal' }));
    await save('f', channelFields('libraries', { ownerId: 'mo', status: 'closed' }));
    expect((await listHoldings(read, 'mo')).map(({ name, role, risks }) => [name, role, risks])).toEqual([
      ['Alone', 'deputy', ['sole', 'personal']],
      ['mo', 'owner', ['recovery', 'sign-in']],
      ['Library notice board', 'owner', []],
      ['Safe', 'deputy', []],
    ]);
  });

  test('whoever is the only name on something cannot be marked as left, and hears on what', async () => {
    const { leave, save, write, read } = await openLeaving(open);
    await save('d', channelFields('libraries', { name: 'Alone', ownerId: 'mo' }));
    expect(await leave()).toEqual({ kind: 'only-name', only: ['Channel: Alone'] });
    await save('d', channelFields('libraries', { name: 'Alone', ownerId: 'mo', deputyId: 'sam' }));
    expect(await leave('sam')).toEqual({ kind: 'left' });
    expect(await leave()).toEqual({ kind: 'only-name', only: ['Channel: Alone'] });
    const { people } = read.tables;
    expect(await read.select({ leftAt: people.leftAt }).from(people).where(eq(people.id, 'mo'))).toEqual([
      { leftAt: null },
    ]);
    await save('d', channelFields('libraries', { ownerId: 'ann' }));
    const given = [{ channelId: 'd', role: 'owner' as const }];
    await write((tx) => startHandOvers(tx, { given, toId: 'mo', startedById: 'ann' }, STATIONERY, NOW));
    expect(await leave()).toEqual({ kind: 'only-name', only: ['Being handed over to them: Library notice board'] });
  });

  test('whoever has left is signed out, gets no mail and is not found or chosen; brought back, all of it is as before', async () => {
    const { leave, write, read, letters } = await openLeaving(open);
    const profile = { name: 'Mo Adams', jobTitle: '', unitId: null, askMeAbout: 'Bins', showsName: true };
    await write((tx) => saveProfile(tx, 'mo', profile));
    const { sessions, searchEntries } = read.tables;
    await write((tx) => tx.insert(tx.tables.sessions).values({ id: 's', personId: 'mo', expiresAt: NOW }));
    expect(await leave()).toEqual({ kind: 'left' });
    const entries = () => read.select().from(searchEntries).where(eq(searchEntries.kind, 'person'));
    const isThere = async () => [
      (await listMembers(read)).some(({ id }) => id === 'mo'),
      (await findPublicPerson(read, viewerIn('public'), 'mo')) !== undefined,
      (await entries()).length === 1,
    ];
    expect(await isThere()).toEqual([false, false, false]);
    expect((await listMembers(read, ['mo'])).some(({ id }) => id === 'mo')).toBe(true);
    expect(await read.select().from(sessions)).toEqual([]);
    const post = [{ id: newId(), letter: { to: 'mo@council.example', subject: 'Hello', paragraphs: [] } }];
    expect(await write((tx) => queueLetters(tx, post, STATIONERY, NOW))).toEqual([]);
    expect(await letters()).toEqual([]);
    await write((tx) => bringBack(tx, 'mo'));
    expect(await isThere()).toEqual([true, true, true]);
    expect(await write((tx) => queueLetters(tx, post, STATIONERY, NOW))).toHaveLength(1);
  });

  test('the person, the lead of their unit and keepers see what would leave; nobody else', async () => {
    const { read, write } = await openLeaving(open);
    await write((tx) => tx.update(tx.tables.people).set({ unitId: 'libraries' }).where(eq(tx.tables.people.id, 'mo')));
    const sees = async (viewer: typeof MO) => (await findLeaver(read, viewer, 'mo')) !== undefined;
    expect(await Promise.all([MO, KIM, ANN, viewerIn('partner', 'p'), viewerIn('public', 'q')].map(sees))).toEqual([
      ...[true, true, false, false, false],
    ]);
    await write((tx) => tx.update(tx.tables.units).set({ leadId: 'ann' }));
    expect(await sees(ANN)).toBe(true);
    expect(await listLeavers(read, ANN, NOW)).toEqual([]);
  });

  test('whoever has left hears no more of a meetup they said they would come to, also when nobody else does', async () => {
    const { read, write, stationery, addPerson, addRsvp, save, edit, cancel, letters } = await openMeetupRoom(open);
    const whose = (meetupId: string) => ({ meetupId, circles: CIRCLES, email: 'mo@council.example' });
    const who = { ...somebody('mo'), email: 'mo@council.example', enteredById: 'ann', route: 'phone' as const };
    const enter = (meetupId: string, partySize: number) => {
      const wish = { whose: whose(meetupId), who, partySize, needs: null };
      return write((tx) => saveRsvp(tx, wish, stationery, NOW));
    };
    await addPerson('mo');
    const wish = meetupWish({ places: 2, times: timesOf('2026-12-17T10:00', '2026-12-17T11:30') });
    await save(wish);
    await addRsvp(wish.id, 'first', { email: null, partySize: 2 });
    await enter(wish.id, 1);
    expect(await letters()).toMatchObject([{ recipient: 'mo@council.example' }]);
    await write((tx) => markLeft(tx, { personId: 'mo', notedById: 'ann', today: TODAY }, NOW));
    await enter(wish.id, 2);
    await edit({ ...wish, places: 9 });
    expect(await read.select({ status: read.tables.rsvps.status }).from(read.tables.rsvps)).toEqual([
      { status: 'going' },
      { status: 'going' },
    ]);
    await edit({ ...wish, places: 9, times: timesOf('2026-12-18T10:00', '2026-12-18T11:30') });
    await cancel(wish.id);
    expect(await letters()).toHaveLength(1);
    expect(await read.$count(read.tables.rsvpLinks)).toBe(1);
  });

  test('on the last day the person, the lead and the keepers hear what is open; once they have left, nobody does', async () => {
    const { read, write, letters, leave } = await openLeaving(open);
    await write(async (tx) => {
      await tx.update(tx.tables.people).set({ unitId: 'libraries' }).where(eq(tx.tables.people.id, 'mo'));
      await tx.update(tx.tables.units).set({ leadId: 'ann' });
      await tx.insert(tx.tables.roles).values({ personId: 'kim', role: 'keeper', grantedAt: NOW });
      await setLeavingDay(tx, { personId: 'mo', leavingOn: TODAY, tellAt: NOW }, newId);
    });
    expect(await listLeavers(read, KIM, NOW)).toMatchObject([{ id: 'mo', leavingOn: TODAY }]);
    const tell = () => write((tx) => tellOfLastDay(tx, 'mo', STATIONERY, NOW));
    expect(await tell()).toBeNull();
    const told = await letters();
    expect(told.map(({ recipient }) => recipient).sort()).toEqual([
      ...['ann@council.example', 'kim@council.example', 'mo@council.example'],
    ]);
    expect(told[0]?.plainText).toContain('- Library notice board, as owner');
    await leave();
    await tell();
    expect(await letters()).toHaveLength(3);
  });
});
