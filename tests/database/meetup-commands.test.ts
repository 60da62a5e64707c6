import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Reader } from '#db/database.ts';
import { listTopics } from '#domain/meetups/meetup-queries.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { readCalendar } from '#tests/support/calendars.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, openMeetupRoom, seenBy, timesOf, topic, VENUE } from '#tests/support/meetup-room.ts';

const LATER = timesOf('2026-12-10T10:00', '2026-12-10T11:30');
const OTHER_VENUE = { fields: { ...VENUE, name: 'Market Hall', address: 'The Square' } };

const topicsOf = async (read: Reader, id: string) =>
  (await listTopics(read, seenBy('public'), [id])).map(({ position, title, lead }) => [position, title, lead?.name]);

forEachEngine((open) => {
  test('a new meetup has its topics in order, its venue, and a place in search', async () => {
    const { save, facts, read } = await openMeetupRoom(open);
    const wish = meetupWish();
    expect(await save(wish)).toEqual({ kind: 'saved', slug: 'winter-cafe' });
    const { meetup, venue, cancelledAt } = await facts(wish.id);
    expect(meetup).toMatchObject({ ...wish.times, sequence: 0, createdById: 'ann', updatedAt: NOW, places: 20 });
    expect(venue).toMatchObject(VENUE);
    expect(cancelledAt).toBeNull();
    expect(await topicsOf(read, wish.id)).toEqual([
      [1, 'Subtitles in an afternoon', 'Priya'],
      [2, 'Bins, by text', undefined],
    ]);
    const found = await searchEverything(read, seenBy('public'), 'subtitles kettle', 1);
    expect(found.results.map(({ path }) => path)).toEqual(['/meetups/winter-cafe']);
  });

  test('the same form sent twice announces one meetup', async () => {
    const { save, read } = await openMeetupRoom(open);
    const wish = meetupWish();
    expect([await save(wish), await save(wish)]).toEqual([
      { kind: 'saved', slug: 'winter-cafe' },
      { kind: 'saved', slug: 'winter-cafe' },
    ]);
    expect(await read.$count(read.tables.meetups)).toBe(1);
  });

  test('ten meetups with one name, saved at once, each get an address of their own', async () => {
    const { save } = await openMeetupRoom(open);
    const saved = await Promise.all(Array.from({ length: 10 }, () => save(meetupWish())));
    const slugs = saved.map((outcome) => 'slug' in outcome && outcome.slug);
    expect(slugs.sort()).toEqual(
      ['', '-10', '-2', '-3', '-4', '-5', '-6', '-7', '-8', '-9'].map((end) => `winter-cafe${end}`),
    );
  });

  test('a meetup called “New” does not hide behind the page for new ones', async () => {
    const { save } = await openMeetupRoom(open);
    expect(await save(meetupWish({ title: 'New' }))).toMatchObject({ slug: 'new-meetup' });
    expect(await save(meetupWish({ title: 'NEW!' }))).toMatchObject({ slug: 'new-meetup-2' });
  });

  test('a place entered again is the same place, told anew; one from the list is taken as it is', async () => {
    const { save, facts, read } = await openMeetupRoom(open);
    const first = meetupWish();
    await save(first);
    const again = meetupWish({ venue: { fields: { ...VENUE, hearingLoop: 'yes' } } });
    await save(again);
    const { venue } = await facts(first.id);
    expect(venue).toMatchObject({ name: 'The Copper Kettle', hearingLoop: 'yes' });
    const chosen = meetupWish({ venue: { id: venue.id } });
    await save(chosen);
    expect((await facts(chosen.id)).venue).toEqual(venue);
    expect(await read.$count(read.tables.venues)).toBe(1);
    const unknown = meetupWish({ venue: { id: 'nowhere' } });
    expect(await save(unknown)).toEqual({ kind: 'no-such-venue' });
  });

  test.each([
    ['time', { times: LATER }, 'New time: Winter café'],
    ['place', { venue: OTHER_VENUE }, 'New place: Winter café'],
    ['time and place', { times: LATER, venue: OTHER_VENUE }, 'New time and place: Winter café'],
  ])('another %s raises SEQUENCE and tells everyone going or waiting, with the file', async (_, change, subject) => {
    const { save, edit, facts, addRsvp, letters, minutesLater } = await openMeetupRoom(open);
    const wish = meetupWish();
    await save(wish);
    await addRsvp(wish.id, 'going');
    await addRsvp(wish.id, 'waiting', { status: 'waiting', partySize: 6, turn: 9999 });
    await addRsvp(wish.id, 'gone', { status: 'not-going' });
    await addRsvp(wish.id, 'lapsed', { heldUntil: NOW });
    await addRsvp(wish.id, 'held', { heldUntil: minutesLater(60) });
    await addRsvp(wish.id, 'phone', { email: null });
    expect(await edit({ ...wish, ...change, places: 3 })).toMatchObject({ kind: 'saved', isTold: true, untold: 1 });
    expect((await facts(wish.id)).meetup).toMatchObject({ sequence: 1, slug: 'winter-cafe', createdAt: NOW });
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient.split('@')[0]).sort()).toEqual(['going', 'held', 'waiting']);
    expect(new Set(sent.map((letter) => letter.subject))).toEqual(new Set([subject]));
    for (const { recipient, attachments, plainText } of sent) {
      const text = attachments[0]?.content ?? '';
      const { events } = readCalendar(text);
      expect(events[0]?.sequence).toBe(1);
      expect(text).toContain(recipient.startsWith('waiting') ? 'STATUS:TENTATIVE' : 'STATUS:CONFIRMED');
      expect(plainText).toContain(recipient.startsWith('held') ? 'Hello,' : 'Hello ');
      expect(plainText).toMatch(/https:\/\/teacake\.council\.example\/rsvps\/\S+/);
    }
  });

  test('new words, another host or other topics leave calendars and mailboxes alone', async () => {
    const { save, edit, facts, addRsvp, letters, read } = await openMeetupRoom(open);
    const wish = meetupWish();
    await save(wish);
    await addRsvp(wish.id, 'going');
    const words = { title: 'Winter tea', hostId: 'bob', topics: [topic('One'), topic('Two'), topic('Three')] };
    expect(await edit({ ...wish, ...words })).toMatchObject({ kind: 'saved', slug: 'winter-cafe', isTold: false });
    expect((await facts(wish.id)).meetup).toMatchObject({ sequence: 0, title: 'Winter tea', hostId: 'bob' });
    expect((await facts(wish.id)).meetup.updatedAt).not.toEqual(NOW);
    expect((await topicsOf(read, wish.id)).map(([, title]) => title)).toEqual(['One', 'Two', 'Three']);
    expect(await letters()).toEqual([]);
    const { results } = await searchEverything(read, seenBy('public'), 'winter', 1);
    expect(results.map(({ title }) => title)).toEqual(['Winter tea']);
  });

  test('more places let the first in line move up', async () => {
    const { save, edit, addRsvp, letters, read } = await openMeetupRoom(open);
    const wish = meetupWish({ places: 1 });
    await save(wish);
    await addRsvp(wish.id, 'going');
    await addRsvp(wish.id, 'next', { status: 'waiting', partySize: 2 });
    await addRsvp(wish.id, 'last', { status: 'waiting' });
    await edit({ ...wish, places: 3 });
    const { rsvps } = read.tables;
    const going = await read.select({ name: rsvps.name }).from(rsvps).where(eq(rsvps.status, 'going'));
    expect(going.map(({ name }) => name).sort()).toEqual(['going', 'next']);
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['next@home.example']);
  });

  test('hosts and admins change a meetup, nobody else', async () => {
    const { save, edit, cancel, facts } = await openMeetupRoom(open);
    const wish = meetupWish();
    await save(wish);
    const bob = { person: { id: 'bob' }, isAdmin: false };
    expect(await edit({ ...wish, title: 'Mine' }, { editor: bob })).toEqual({ kind: 'not-yours' });
    expect(await cancel(wish.id, { editor: bob })).toEqual({ kind: 'not-yours' });
    expect((await facts(wish.id)).meetup.title).toBe('Winter café');
    expect(await edit({ ...wish, title: 'A' }, { editor: { ...bob, isAdmin: true } })).toMatchObject({ kind: 'saved' });
    expect(await edit({ ...wish, secondHostId: 'bob' })).toMatchObject({ kind: 'saved' });
    expect(await edit({ ...wish, title: 'B' }, { editor: bob })).toMatchObject({ kind: 'saved' });
  });

  test('whoever changes a meetup that somebody else has changed meanwhile is told, and overwrites nothing', async () => {
    const { save, edit, facts } = await openMeetupRoom(open);
    const wish = meetupWish();
    await save(wish);
    await edit({ ...wish, title: 'First' });
    expect(await edit({ ...wish, title: 'Second' }, { seenAt: NOW })).toEqual({ kind: 'changed-since' });
    expect((await facts(wish.id)).meetup.title).toBe('First');
    expect(await edit(meetupWish())).toEqual({ kind: 'no-such-meetup' });
  });

  test('cancelling keeps the meetup, with the reason, and tells everyone going or waiting once', async () => {
    const { save, cancel, facts, addRsvp, letters, read, minutesLater } = await openMeetupRoom(open);
    const wish = meetupWish();
    await save(wish);
    await addRsvp(wish.id, 'going');
    await addRsvp(wish.id, 'waiting', { status: 'waiting' });
    await addRsvp(wish.id, 'gone', { status: 'not-going' });
    await addRsvp(wish.id, 'phone', { email: null });
    expect(await cancel(wish.id)).toEqual({ kind: 'cancelled', slug: 'winter-cafe', untold: 1 });
    expect(await cancel(wish.id)).toEqual({ kind: 'cancelled', slug: 'winter-cafe', untold: 0 });
    expect(await facts(wish.id)).toMatchObject({ cancelledAt: minutesLater(5), meetup: { sequence: 1 } });
    const [row] = await read.select().from(read.tables.meetupCancellations);
    expect(row).toMatchObject({ reason: 'The boiler broke.', cancelledById: 'ann' });
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient.split('@')[0]).sort()).toEqual(['going', 'waiting']);
    for (const { subject, plainText, attachments } of sent) {
      expect(subject).toBe('Cancelled: Winter café');
      expect(plainText).toContain('The boiler broke.');
      expect(attachments[0]?.content).toContain('STATUS:CANCELLED');
    }
  });

  test('a cancelled meetup can be mended without writing to anybody, and one that is over is not cancelled', async () => {
    const { save, edit, cancel, addRsvp, letters, minutesLater } = await openMeetupRoom(open);
    const [called, over] = [meetupWish(), meetupWish()];
    await save(called);
    await addRsvp(called.id, 'going');
    await cancel(called.id);
    expect(await edit({ ...called, times: LATER })).toMatchObject({ kind: 'saved', untold: 0 });
    expect(await letters()).toHaveLength(1);
    await save(over);
    expect(await cancel(over.id, { at: minutesLater(60 * 24 * 30) })).toEqual({ kind: 'over' });
    expect(await cancel('nothing')).toEqual({ kind: 'no-such-meetup' });
  });
});
