import { eq, isNotNull, sum } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reviewStateOf } from '#domain/channels/channel-rules.ts';
import { countArrivals } from '#domain/door/arrival-queries.ts';
import { doorStageOf } from '#domain/door/door-rules.ts';
import { listUpcoming } from '#domain/meetups/meetup-list-queries.ts';
import { DEMO_PERSONAS, findPersona } from '#domain/people/persona-queries.ts';
import { circlesSeenBy, STRANGER } from '#domain/people/viewer.ts';
import { daysAfter } from '#server/demo/demo-calendar.ts';
import { seededDemo } from '#tests/support/demo.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const NOW = new Date('2026-12-03T10:00:00Z');
const TODAY = '2026-12-03';
const STAFF = { ...STRANGER, circle: 'staff' as const, circles: circlesSeenBy('staff') };

forEachEngine((open) => {
  let opened: ReturnType<typeof seededDemo> | undefined;
  /** Filling the demo takes a second or two: once an engine, since these tests only look. */
  const demo = async () => {
    opened ??= open().then((database) => seededDemo(database, NOW));
    return opened;
  };

  test('the demo is two years of cafés and the dates their rhythm makes, seventy lessons, and a register over fourteen units and five partners', async () => {
    const { read } = await demo();
    const { meetups, attendances, lessons, channels, organisations, people, units } = read.tables;
    const unitsWithChannels = await read
      .selectDistinct({ slug: units.slug })
      .from(channels)
      .innerJoin(units, eq(units.id, channels.unitId));
    expect({
      meetups: await read.$count(meetups),
      attendances: await read.$count(attendances),
      lessons: await read.$count(lessons),
      channels: await read.$count(channels),
      organisations: await read.$count(organisations),
      people: await read.$count(people, isNotNull(people.email)),
      units: unitsWithChannels.length,
    }).toEqual({
      meetups: 18 + 4,
      attendances: 12,
      lessons: 70,
      channels: 166,
      organisations: 5,
      people: 80,
      units: 14 + 5,
    });
  });

  test('each person that a newcomer can be is there, with a name, a circle and their roles', async () => {
    const { read } = await demo();
    const { people, roles } = read.tables;
    const found = await Promise.all(
      DEMO_PERSONAS.map(async (persona) => {
        const { id = '' } = (await findPersona(read, persona)) ?? {};
        const [person] = await read.select().from(people).where(eq(people.id, id));
        const held = await read.select({ role: roles.role }).from(roles).where(eq(roles.personId, id));
        return [persona, person?.name.split(' ')[0], person?.circle, ...held.map(({ role }) => role).sort()];
      }),
    );
    expect(found).toEqual([
      ['resident', 'Rosa', 'public'],
      ['librarian', 'Lena', 'staff'],
      ['partner', 'Parveen', 'partner'],
      ['keeper', 'Kofi', 'staff', 'keeper'],
      ['admin', 'Ada', 'staff', 'admin', 'keeper'],
    ]);
  });

  test('no letter waits in the outbox', async () => {
    const { read } = await demo();
    expect(await read.$count(read.tables.outbox)).toBe(0);
  });

  test('no meetup has more people than places; the next has two left, the one after is full with a waiting list', async () => {
    const { read } = await demo();
    const { meetups, rsvps } = read.tables;
    const full = await read
      .select({ title: meetups.title, places: meetups.places, taken: sum(rsvps.partySize).mapWith(Number) })
      .from(rsvps)
      .innerJoin(meetups, eq(meetups.id, rsvps.meetupId))
      .where(eq(rsvps.status, 'going'))
      .groupBy(meetups.id, meetups.title, meetups.places);
    expect(full).toHaveLength(19);
    expect(full.filter(({ places, taken }) => taken > (places ?? 0))).toEqual([]);
    const [next, later] = await listUpcoming(read, STRANGER, NOW);
    expect(next).toMatchObject({ title: 'Listening before we speak', taken: 18, places: 20 });
    expect(later).toMatchObject({ taken: 16, places: 16 });
    const waiting = await read.select().from(rsvps).where(eq(rsvps.status, 'waiting')).orderBy(rsvps.turn);
    expect(waiting.filter(({ meetupId }) => meetupId === next?.id)).toEqual([]);
    expect(waiting.filter(({ meetupId }) => meetupId === later?.id).map(({ partySize }) => partySize)).toEqual([3, 1]);
  });

  test('there are dates ahead for everyone, one of them moved, and a breakfast for partners', async () => {
    const { read } = await demo();
    expect((await listUpcoming(read, STRANGER, NOW)).map(({ title }) => title)).toEqual([
      'Listening before we speak',
      'With people, not at them',
      'The back of the drawer',
      ...['Sandford café', 'Sandford café', 'Sandford café'],
    ]);
    expect((await listUpcoming(read, STAFF, NOW)).map(({ title }) => title)).toContain('Partners’ breakfast');
    const moved = await read.select().from(read.tables.meetups).where(eq(read.tables.meetups.sequence, 1));
    expect(moved.map(({ title }) => title).sort()).toEqual(['Feet, wheels and paws', 'With people, not at them']);
  });

  test('every meetup has three topics, but for the dates that are only made, and every one that was held was counted', async () => {
    const { read } = await demo();
    const { topics, attendances } = read.tables;
    expect(await read.$count(topics, isNotNull(topics.meetupId))).toBe(3 * 19);
    const counted = await read.select().from(attendances);
    expect(counted.filter(({ staff, partners, public: town }) => staff + partners + town < 8)).toEqual([]);
    for (const { meetupId, staff, partners, public: town } of counted)
      expect(await countArrivals(read, meetupId)).toMatchObject({ staff, partners, public: town });
  });

  test('the first café was everybody’s first, and each later one has faces that were there before', async () => {
    const { read } = await demo();
    const { arrivals, meetups } = read.tables;
    const rows = await read
      .select({ meetupId: arrivals.meetupId, isFirstTime: arrivals.isFirstTime })
      .from(arrivals)
      .innerJoin(meetups, eq(meetups.id, arrivals.meetupId))
      .orderBy(meetups.startsAt);
    const cafes = [...Map.groupBy(rows, ({ meetupId }) => meetupId).values()];
    const firsts = cafes.map((came) => came.filter(({ isFirstTime }) => isFirstTime).length / came.length);
    expect(cafes).toHaveLength(12);
    expect(firsts[0]).toBeGreaterThan(0.8);
    expect(Math.max(...firsts.slice(3))).toBeLessThan(0.7);
  });

  test('the door of one meetup is open whenever the demo is started, for its two hosts', async () => {
    const { read } = await demo();
    const [tea] = await read
      .select()
      .from(read.tables.meetups)
      .where(eq(read.tables.meetups.title, 'Tea at the town hall'));
    expect(doorStageOf({ ...tea!, cancelledAt: null }, NOW)).toBe('open');
    expect(tea!.startsAt > NOW).toBe(true);
  });

  test('the register has what registers have: overdue checks, missing deputies, closed channels that say where to go', async () => {
    const { read } = await demo();
    const { channels, channelClosures } = read.tables;
    const all = await read.select().from(channels);
    const live = all.filter(({ status }) => status === 'open');
    const states = live.map((channel) => reviewStateOf(channel, TODAY));
    expect(states.filter((state) => state === 'overdue').length).toBeGreaterThan(15);
    expect(states.filter((state) => state === 'fine').length).toBeGreaterThan(80);
    expect(states.filter((state) => state === 'never')).toEqual([]);
    expect(live.filter(({ deputyId }) => deputyId === null).length).toBeGreaterThan(15);
    expect(all.filter(({ ownerId, deputyId }) => ownerId !== null && ownerId === deputyId)).toEqual([]);
    expect(new Set(all.map(({ platformKey }) => platformKey)).size).toBeGreaterThan(25);
    expect(await read.$count(channelClosures, isNotNull(channelClosures.goInsteadId))).toBe(10);
  });

  test('every lesson is laid out, for the right circle, and one was taken back with a reason', async () => {
    const { read } = await demo();
    const { lessons, lessonWithdrawals, lessonPublications } = read.tables;
    const all = await read.select().from(lessons);
    expect(all.filter(({ happenedHtml, nextTimeHtml }) => !happenedHtml || !nextTimeHtml)).toEqual([]);
    expect(all.filter(({ happenedHtml }) => /\*\*|<pre>/.test(happenedHtml))).toEqual([]);
    expect(new Set(all.map(({ worked }) => worked)).size).toBe(4);
    expect(all.filter(({ circle }) => circle === 'staff')).toHaveLength(2);
    expect(await read.$count(lessonWithdrawals)).toBe(1);
    const published = await read.select().from(lessonPublications);
    expect(published.filter(({ publishedAt }) => publishedAt > NOW)).toEqual([]);
  });

  test('a second start changes nothing', async () => {
    const { read, again, outcome } = await demo();
    const entries = await read.$count(read.tables.searchEntries);
    expect(outcome).toEqual({ kind: 'seeded' });
    expect(await again(daysAfter(NOW, 400))).toEqual({ kind: 'already-there' });
    expect(await read.$count(read.tables.searchEntries)).toBe(entries);
  });
});
