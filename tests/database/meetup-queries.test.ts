import { expect, test } from 'vitest';
import { findFactsFor, listFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { listPast, listPastYears, listUpcoming } from '#domain/meetups/meetup-list-queries.ts';
import { findMeetup, findNeighbours, listTopics } from '#domain/meetups/meetup-queries.ts';
import { CIRCLES, type Circle } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { meetupWish, NOW, openMeetupRoom, seenBy, timesOf } from '#tests/support/meetup-room.ts';

const onDay = (day: string) => timesOf(`${day}T10:00`, `${day}T11:30`);
const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);

/** One upcoming and one past meetup in each circle. */
async function openThreeCircles(open: Parameters<typeof openMeetupRoom>[0]) {
  const room = await openMeetupRoom(open);
  for (const circle of CIRCLES) {
    await room.save(meetupWish({ title: `Next ${circle}`, circle }));
    await room.save(meetupWish({ title: `Past ${circle}`, circle, times: onDay('2026-10-01') }));
  }
  return room;
}

const SEES: [Circle, string[]][] = [
  ['public', ['public']],
  ['partner', ['public', 'partner']],
  ['staff', ['public', 'partner', 'staff']],
];

forEachEngine((open) => {
  test.each(SEES)(
    'somebody of the %s circle sees the meetups of %j in every list, page and calendar',
    async (circle, seen) => {
      const { read } = await openThreeCircles(open);
      const viewer = seenBy(circle);
      const next = seen.map((one) => `Next ${one}`).sort();
      const past = seen.map((one) => `Past ${one}`).sort();
      expect(titles(await listUpcoming(read, viewer, NOW)).sort()).toEqual(next);
      expect(titles(await listPast(read, viewer, NOW, '2026')).sort()).toEqual(past);
      expect(await listPastYears(read, viewer, NOW)).toEqual([{ year: '2026', meetups: seen.length }]);
      expect((await listFacts(read, viewer, new Date(0))).map(({ meetup }) => meetup.title).sort()).toEqual(
        [...next, ...past].sort(),
      );
      for (const one of CIRCLES) {
        const slug = `next-${one}`;
        expect((await findMeetup(read, viewer, slug))?.meetup.title).toBe(
          seen.includes(one) ? `Next ${one}` : undefined,
        );
        expect((await findFactsFor(read, viewer, slug))?.meetup.slug).toBe(seen.includes(one) ? slug : undefined);
      }
    },
  );

  test('neighbours are the ones next to it that this viewer may see', async () => {
    const { read, save } = await openMeetupRoom(open);
    await save(meetupWish({ title: 'One', times: onDay('2026-10-01') }));
    await save(meetupWish({ title: 'Two', times: onDay('2026-11-01'), circle: 'staff' }));
    const middle = meetupWish({ title: 'Three', times: onDay('2026-12-01') });
    await save(middle);
    const at = { id: middle.id, startsAt: middle.times.startsAt };
    expect((await findNeighbours(read, seenBy('public'), at)).before?.title).toBe('One');
    expect((await findNeighbours(read, seenBy('staff'), at)).before?.title).toBe('Two');
    expect((await findNeighbours(read, seenBy('staff'), at)).after).toBeUndefined();
  });

  test('the next meetup comes first, the last one comes first among the past, and a cancelled one stays', async () => {
    const { read, save, cancel } = await openMeetupRoom(open);
    const called = meetupWish({ title: 'February', times: onDay('2027-02-04') });
    await save(called);
    for (const [title, day] of [
      ['December', '2026-12-03'],
      ['August', '2026-08-06'],
      ['October', '2026-10-01'],
      ['Old', '2024-10-01'],
    ] as const)
      await save(meetupWish({ title, times: onDay(day) }));
    await cancel(called.id);
    const upcoming = await listUpcoming(read, seenBy('public'), NOW);
    expect(upcoming.map(({ title, cancelledAt }) => [title, cancelledAt !== null])).toEqual([
      ['December', false],
      ['February', true],
    ]);
    expect(titles(await listPast(read, seenBy('public'), NOW, '2026'))).toEqual(['October', 'August']);
    expect(await listPastYears(read, seenBy('public'), NOW)).toEqual([
      { year: '2026', meetups: 2 },
      { year: '2024', meetups: 1 },
    ]);
  });

  test('the year is that of the clock on the wall, and a meetup is past once it has ended', async () => {
    const { read, save } = await openMeetupRoom(open);
    const times = timesOf('2026-01-01T09:00', '2026-01-01T10:00', 'Pacific/Auckland');
    await save(meetupWish({ times }));
    const before = new Date(times.endsAt.getTime() - 1);
    expect(titles(await listUpcoming(read, seenBy('public'), before))).toEqual(['Winter café']);
    expect(titles(await listUpcoming(read, seenBy('public'), times.endsAt))).toEqual([]);
    expect(titles(await listPast(read, seenBy('public'), times.endsAt, '2026'))).toEqual(['Winter café']);
    expect(titles(await listPast(read, seenBy('public'), times.endsAt, '2025'))).toEqual([]);
  });

  test('places taken count people who are going, confirmed or still held', async () => {
    const { read, save, addRsvp, minutesLater } = await openMeetupRoom(open);
    const [wish, other] = [meetupWish(), meetupWish()];
    await save(wish);
    await save(other);
    await addRsvp(wish.id, 'three', { partySize: 3 });
    await addRsvp(wish.id, 'held', { partySize: 2, heldUntil: minutesLater(1) });
    await addRsvp(wish.id, 'lapsed', { partySize: 6, heldUntil: NOW });
    await addRsvp(wish.id, 'waiting', { partySize: 6, status: 'waiting' });
    await addRsvp(wish.id, 'gone', { partySize: 6, status: 'not-going' });
    const lines = await listUpcoming(read, seenBy('public'), NOW);
    expect(lines.map(({ slug, taken, places }) => [slug, taken, places])).toEqual([
      ['winter-cafe', 5, 20],
      ['winter-cafe-2', 0, 20],
    ]);
  });

  test('a past meetup says how many came and how many lessons this viewer can read', async () => {
    const { read, write, save } = await openMeetupRoom(open);
    const wish = meetupWish({ times: onDay('2026-10-01') });
    await save(wish);
    const counted = { staff: 12, partners: 4, public: 7, countedAt: NOW };
    await write((tx) => tx.insert(tx.tables.attendances).values({ meetupId: wish.id, ...counted }));
    for (const state of ['public', 'staff', 'draft', 'withdrawn'] as const)
      await write((tx) => addLesson(tx, wish.id, state));
    const line = async (circle: Circle) => {
      const [first] = await listPast(read, seenBy(circle), NOW, '2026');
      return [first?.came, first?.lessons];
    };
    expect(await line('public')).toEqual([23, 1]);
    expect(await line('staff')).toEqual([23, 2]);
  });

  test('hosts and those who start a topic are named only to those who may know it', async () => {
    const { read, save, addPerson } = await openMeetupRoom(open);
    await addPerson('cleo', 'partner', true);
    await addPerson('dora', 'public');
    const started = (title: string, leadId: string | null, leadName = '') => ({
      id: null,
      title,
      question: '',
      leadId,
      leadName,
    });
    const wish = meetupWish({
      hostId: 'bob',
      secondHostId: 'cleo',
      topics: [started('A', 'dora'), started('B', null, 'Grace, a reader'), started('C', null)],
    });
    await save(wish);
    const namesFor = async (circle: Circle) => {
      const found = await findMeetup(read, seenBy(circle), 'winter-cafe');
      const topics = await listTopics(read, seenBy(circle), [wish.id]);
      return [...(found?.hosts ?? []), ...topics.map(({ lead }) => lead)].map((one) => one && (one.name ?? one.role));
    };
    expect(await namesFor('public')).toEqual([
      'a member of staff',
      'Name of cleo',
      'a resident',
      'Grace, a reader',
      null,
    ]);
    expect(await namesFor('partner')).toEqual(['Name of bob', 'Name of cleo', 'a resident', 'Grace, a reader', null]);
    expect(await namesFor('staff')).toEqual(['Name of bob', 'Name of cleo', 'Name of dora', 'Grace, a reader', null]);
  });
});

async function addLesson(
  tx: Parameters<Parameters<Awaited<ReturnType<typeof openMeetupRoom>>['write']>[0]>[0],
  meetupId: string,
  state: 'public' | 'staff' | 'draft' | 'withdrawn',
) {
  const id = newId();
  const words = { title: 'L', happened: 'h', happenedHtml: 'h', nextTime: 'n', nextTimeHtml: 'n', rendererVersion: 1 };
  const circle = state === 'staff' ? ('staff' as const) : ('public' as const);
  await tx.insert(tx.tables.lessons).values({
    ...{ id, slug: id, ...words, worked: 'yes', circle, meetupId, createdById: 'ann', createdAt: NOW, updatedAt: NOW },
  });
  if (state !== 'draft') await tx.insert(tx.tables.lessonPublications).values({ lessonId: id, publishedAt: NOW });
  if (state === 'withdrawn')
    await tx.insert(tx.tables.lessonWithdrawals).values({ lessonId: id, reason: 'r', withdrawnAt: NOW });
}
