import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { listChannelsNamed, listMeetupsToChoose } from '#domain/lessons/lesson-choice-queries.ts';
import { editLesson } from '#domain/lessons/lesson-commands.ts';
import { keepHtml } from '#domain/lessons/lesson-html-commands.ts';
import { listStaleLessons } from '#domain/lessons/lesson-html-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { CIRCLES, STRANGER } from '#domain/people/viewer.ts';
import { channelFields, onX, openChannelRoom } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, minutesLater, NOON, publish, seenBy } from '#tests/support/lessons.ts';

async function openRoom(open: () => Promise<Database>) {
  let database: Database | undefined;
  const room = await openChannelRoom(async () => (database = await open()));
  if (!database) throw new Error('the room opens its database');
  for (const circle of CIRCLES)
    await room.save(circle, channelFields('libraries', onX(`Lib_${circle}`, { circle, name: `Channel ${circle}` })));
  await room.save('asked', channelFields('libraries', { name: 'Channel asked for', status: 'requested' }));
  return { ...room, database, sam: await addPerson(database, 'sam@council.example') };
}

const names = (all: readonly { name: string }[] | undefined) => all?.map(({ name }) => name);

forEachEngine((open) => {
  test('a lesson names the channels it is about as far as the viewer may see them', async () => {
    const { database, read, sam } = await openRoom(open);
    const { slug } = await publish(database, sam, { channelIds: ['public', 'partner', 'staff', 'asked'] });
    const seen = async (viewer = STRANGER) => names((await findLesson(read, viewer, slug))?.channels);
    expect(await seen()).toEqual(['Channel public']);
    expect(await seen(seenBy('partner'))).toEqual(['Channel partner', 'Channel public']);
    expect(await seen(sam)).toEqual(['Channel asked for', 'Channel partner', 'Channel public', 'Channel staff']);
  });

  test('an author who cannot see a channel does not lose it by saving', async () => {
    const { database, write, read, sam } = await openRoom(open);
    const rosa = await addPerson(database, 'rosa@home.example', { name: 'Rosa' });
    const { slug, wish } = await publish(database, sam, {
      channelIds: ['public', 'staff'],
      authors: [{ personId: rosa.person.id, guestName: '' }],
    });
    await write((tx) => editLesson(tx, rosa, { ...wish, basedOn: 1, channelIds: [] }, NOON));
    expect(names((await findLesson(read, sam, slug))?.channels)).toEqual(['Channel staff']);
  });

  test('channels are chosen by slug or by link, never out of another circle', async () => {
    const { read } = await openRoom(open);
    const wanted = { slugs: ['channel-public', 'channel-staff', 'channel-asked-for'], linkKeys: ['x:lib_partner'] };
    const ids = async (viewer = STRANGER) => (await listChannelsNamed(read, viewer, wanted)).map(({ id }) => id).sort();
    expect(await ids()).toEqual(['public']);
    expect(await ids(seenBy('partner'))).toEqual(['partner', 'public']);
    expect(await ids(seenBy('staff'))).toEqual(['asked', 'partner', 'public', 'staff']);
  });

  test('lessons of an older renderer are rendered again, unless their words changed meanwhile', async () => {
    const { database, write, read, sam } = await openRoom(open);
    const rosa = await addPerson(database, 'rosa@home.example', { name: 'Rosa' });
    const [old, other, fresh] = [
      await publish(database, sam, { rendererVersion: 1 }),
      await publish(database, rosa, { rendererVersion: 1 }),
      await publish(database, sam, { rendererVersion: 2 }),
    ];
    const stale = await listStaleLessons(read, 2, '', 20);
    expect(stale.map(({ id, circles }) => [id, circles.includes('public')])).toEqual([
      [old.id, false],
      [other.id, true],
    ]);
    expect(await listStaleLessons(read, 2, old.id, 20)).toHaveLength(1);
    await write((tx) =>
      editLesson(tx, rosa, { ...other.wish, basedOn: 1, words: { ...other.wish.words, why: 'New' } }, minutesLater(1)),
    );
    const html = { wanted: '', happened: '<p>Again</p>', why: '', nextTime: '' };
    for (const { id, updatedAt } of stale)
      await write((tx) => keepHtml(tx, { id, updatedAt, html, rendererVersion: 2 }));
    const { lessons } = read.tables;
    const kept = await Promise.all(
      [old, other, fresh].map(async ({ id }) => (await read.select().from(lessons).where(eq(lessons.id, id)))[0]),
    );
    expect(kept.map((lesson) => lesson?.happenedHtml === '<p>Again</p>')).toEqual([true, false, false]);
  });

  test('the meetups to choose from are those that have begun and that the viewer may see', async () => {
    const { write, read, sam } = await openRoom(open);
    const venueId = 'v';
    const unknown = { stepFree: 'unknown', toilet: 'unknown', hearingLoop: 'unknown', parking: 'unknown' } as const;
    await write((tx) =>
      tx.insert(tx.tables.venues).values({ id: venueId, name: 'Hall', address: '1 Square', ...unknown }),
    );
    const add = (id: string, circle: 'public' | 'staff', startsAt: Date) =>
      write((tx) =>
        tx.insert(tx.tables.meetups).values({
          ...{ id, slug: id, title: id, zone: 'Europe/London', venueId, cost: '', circle, hostId: sam.person.id },
          ...{ startsLocal: '2026-03-02T10:00', endsLocal: '2026-03-02T11:00', startsAt, endsAt: startsAt },
          ...{
            description: '',
            descriptionHtml: '',
            rendererVersion: 1,
            sequence: 0,
            createdAt: NOON,
            updatedAt: NOON,
          },
        }),
      );
    await add('past', 'public', minutesLater(-600));
    await add('inside', 'staff', minutesLater(-60));
    await add('coming', 'public', minutesLater(60));
    const ids = async (viewer = STRANGER, also: string | null = null) =>
      (await listMeetupsToChoose(read, viewer, NOON, also)).map(({ id }) => id);
    expect(await ids()).toEqual(['past']);
    expect(await ids(sam)).toEqual(['inside', 'past']);
    expect(await ids(STRANGER, 'coming')).toEqual(['coming', 'past']);
    expect(await ids(STRANGER, 'inside')).toEqual(['past']);
  });
});
