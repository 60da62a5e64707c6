import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import {
  editCollection,
  type Pen,
  startCollection,
  withdrawCollection,
} from '#domain/collections/collection-commands.ts';
import { listChanges } from '#domain/collections/collection-history-queries.ts';
import { addKeeper, letKeeperGo } from '#domain/collections/collection-keeper-commands.ts';
import { addLesson, arrangeLessons } from '#domain/collections/collection-lesson-commands.ts';
import { listCollectionLessons } from '#domain/collections/collection-part-queries.ts';
import {
  countCollections,
  findCollection,
  listCollections,
  listCollectionsToFill,
} from '#domain/collections/collection-queries.ts';
import { withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { CIRCLES, type Circle, type Member, STRANGER } from '#domain/people/viewer.ts';
import { listNear } from '#domain/related/related-queries.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, draft, minutesLater, NOON, publish, seenBy } from '#tests/support/lessons.ts';

const pen = (keeper: Member, now = NOON): Pen => ({ keeper, newId, now });
const words = (title: string, circle: Circle = 'public') => ({ title, introduction: `About ${title}.`, circle });

/** A site with Sam of the staff, Pat of a partner and Rosa of the town. */
async function openShelf(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const [sam, pat, rosa] = [
    await addPerson(database, 'sam@council.example', { name: 'Sam Green', showsName: true }),
    await addPerson(database, 'pat@trust.example', { name: 'Pat Grey' }),
    await addPerson(database, 'rosa@home.example', { name: 'Rosa Brown' }),
  ];
  const start = async (keeper: Member, title: string, circle: Circle = 'public', now = NOON) => {
    const id = newId();
    const outcome = await write((tx) => startCollection(tx, pen(keeper, now), id, words(title, circle)));
    return { id, slug: 'slug' in outcome ? outcome.slug : '', kind: outcome.kind };
  };
  const add = (keeper: Member, collectionId: string, lessonId: string, line = '') =>
    write((tx) => addLesson(tx, pen(keeper), { collectionId, lessonId, line }));
  const titles = async (id: string, viewer = STRANGER) =>
    (await listCollectionLessons(read, viewer, id)).map(({ title, withdrawal }) => (withdrawal ? `(${title})` : title));
  const lesson = (title: string, circle: Circle = 'public') => publish(database, sam, { words: { title }, circle });
  return { ...database, database, sam, pat, rosa, start, add, titles, lesson };
}

forEachEngine((open) => {
  test('each circle finds, lists, counts and searches only its own collections, and reads only its own lessons in them', async () => {
    const { read, sam, start, add, titles, lesson } = await openShelf(open);
    const lessons = [];
    for (const circle of CIRCLES) lessons.push(await lesson(`Lesson for ${circle}`, circle));
    const ids: Record<string, string> = {};
    for (const [at, circle] of CIRCLES.entries()) {
      const { id } = await start(sam, `Shelf for ${circle}`, circle, minutesLater(at));
      ids[circle] = id;
      for (const one of lessons) await add(sam, id, one.id, 'Because');
    }
    for (const [at, circle] of CIRCLES.entries()) {
      const viewer = seenBy(circle);
      const seen = CIRCLES.slice(0, at + 1);
      const listed = await listCollections(read, viewer, 1);
      expect(listed.map(({ title }) => title).sort()).toEqual(seen.map((one) => `Shelf for ${one}`).sort());
      expect(listed.map((one) => one.lessons)).toEqual(seen.map(() => seen.length));
      expect(await countCollections(read, viewer)).toBe(seen.length);
      expect(await titles(ids['public'] ?? '', viewer)).toEqual(seen.map((one) => `Lesson for ${one}`));
      const found = await Promise.all(CIRCLES.map((one) => findCollection(read, viewer, `shelf-for-${one}`)));
      expect(found.map(Boolean)).toEqual(CIRCLES.map((one) => seen.includes(one)));
      expect((await searchEverything(read, viewer, 'shelf', 1)).total).toBe(seen.length);
      const near = await listNear(read, viewer, lessons[0]!);
      expect(near.filter(({ nearness }) => nearness === 'collection')).toHaveLength(seen.length);
    }
  });

  test('only keepers and admins change it; nobody gives to a circle they are not in; a form sent twice starts one', async () => {
    const { write, database, sam, pat, rosa, start, add, lesson } = await openShelf(open);
    const { id } = await start(pat, 'Pat’s');
    const one = await lesson('One');
    expect((await add(rosa, id, one.id)).kind).toBe('no-such-collection');
    expect((await add(sam, id, one.id)).kind).toBe('no-such-collection');
    const ada = await addPerson(database, 'ada@council.example', { isAdmin: true });
    expect((await add(ada, id, one.id)).kind).toBe('saved');
    const edit = (keeper: Member, circle: Circle) =>
      write((tx) => editCollection(tx, pen(keeper), id, words('X', circle)));
    expect((await edit(rosa, 'public')).kind).toBe('no-such-collection');
    expect((await edit(pat, 'staff')).kind).toBe('not-your-circle');
    expect((await edit(pat, 'partner')).kind).toBe('saved');
    expect((await start(rosa, 'Hers', 'partner')).kind).toBe('not-your-circle');
    const again = await write((tx) => startCollection(tx, pen(pat), id, words('Again')));
    expect(again.kind).toBe('started-already');
  });

  test('only lessons that the keeper can read come in, each once, in the order that the numbers say', async () => {
    const { database, write, sam, rosa, start, add, titles, lesson } = await openShelf(open);
    const { id } = await start(rosa, 'Rosa’s');
    const [one, two, three] = [await lesson('One'), await lesson('Two'), await lesson('Three')];
    for (const { id: lessonId } of [one, two, one]) await add(rosa, id, lessonId, 'A line');
    expect((await add(rosa, id, (await lesson('Hidden', 'staff')).id)).kind).toBe('no-such-lesson');
    expect((await add(rosa, id, (await draft(database, sam)).id)).kind).toBe('no-such-lesson');
    expect(await titles(id)).toEqual(['One', 'Two']);
    await add(rosa, id, three.id);
    const places = [
      { lessonId: one.id, position: 2, line: '' },
      { lessonId: two.id, position: 1, line: 'First now' },
    ];
    await write((tx) => arrangeLessons(tx, pen(rosa), { collectionId: id, places, removed: [] }));
    expect(await titles(id)).toEqual(['Two', 'One', 'Three']);
    await write((tx) => arrangeLessons(tx, pen(rosa), { collectionId: id, places, removed: [one.id] }));
    const left = await listCollectionLessons(database.read, STRANGER, id);
    expect(left.map(({ title, line }) => [title, line])).toEqual([
      ['Two', 'First now'],
      ['Three', ''],
    ]);
  });

  test('a lesson that is withdrawn leaves a line for those who could read it, and counts no more', async () => {
    const { read, write, sam, start, add, titles, lesson } = await openShelf(open);
    const { id } = await start(sam, 'Shelf');
    const [open1, hidden] = [await lesson('Open'), await lesson('Hidden', 'staff')];
    for (const { id: lessonId } of [open1, hidden]) {
      await add(sam, id, lessonId);
      await write((tx) => withdrawLesson(tx, sam, { lessonId, reason: 'Wrong' }, NOON));
    }
    expect(await titles(id)).toEqual(['(Open)']);
    expect(await titles(id, seenBy('staff'))).toEqual(['(Open)', '(Hidden)']);
    expect((await listCollections(read, STRANGER, 1))[0]?.lessons).toBe(0);
  });

  test('keepers add those who can read it and let each other go, but never the last', async () => {
    const { read, write, sam, pat, start } = await openShelf(open);
    const { id, slug } = await start(sam, 'Shelf', 'partner');
    const make = (email: string) => write((tx) => addKeeper(tx, pen(sam), { collectionId: id, email }));
    expect((await make('nobody@council.example')).kind).toBe('no-such-person');
    expect((await make('rosa@home.example')).kind).toBe('cannot-see-it');
    expect((await make('pat@trust.example')).kind).toBe('saved');
    expect((await findCollection(read, pat, slug))?.isKept).toBe(true);
    const go = (personId: string) => write((tx) => letKeeperGo(tx, pen(pat), { collectionId: id, personId }));
    expect((await go(sam.person.id)).kind).toBe('saved');
    expect((await go(pat.person.id)).kind).toBe('last-keeper');
    expect((await findCollection(read, sam, slug))?.isKept).toBe(false);
  });

  test('its history says who did what, names only those who may be named, and lessons only to those who may read them', async () => {
    const { read, write, sam, pat, start, add, lesson } = await openShelf(open);
    const { id } = await start(sam, 'Shelf');
    await add(sam, id, (await lesson('Hidden', 'staff')).id);
    await write((tx) => addKeeper(tx, pen(sam, minutesLater(1)), { collectionId: id, email: 'pat@trust.example' }));
    await write((tx) => editCollection(tx, pen(pat, minutesLater(2)), id, words('Shelf')));
    const said = async (viewer = STRANGER) =>
      (await listChanges(read, viewer, id, 9)).map(({ by, change, lesson: one, keeper }) =>
        [by, change, one?.title ?? keeper].join(' '),
      );
    expect(await said()).toEqual([
      'somebody at a partner words ',
      'Sam Green keeper-added somebody at a partner',
      'Sam Green lesson-added ',
      'Sam Green started ',
    ]);
    expect(await said(sam)).toEqual([
      'Pat Grey words ',
      'Sam Green keeper-added Pat Grey',
      'Sam Green lesson-added Hidden',
      'Sam Green started ',
    ]);
  });

  test('a withdrawn collection is in no list, takes nothing in, and says why to those who could read it', async () => {
    const { read, write, sam, start, add, lesson } = await openShelf(open);
    const { id, slug } = await start(sam, 'Shelf');
    const one = await lesson('One');
    await add(sam, id, one.id);
    await write((tx) => withdrawCollection(tx, pen(sam), { collectionId: id, reason: 'Out of date' }));
    expect(await listCollections(read, sam, 1)).toEqual([]);
    expect(await listCollectionsToFill(read, sam, newId())).toEqual([]);
    expect((await searchEverything(read, sam, 'shelf', 1)).total).toBe(0);
    expect((await listNear(read, sam, one)).filter(({ nearness }) => nearness === 'collection')).toEqual([]);
    expect((await add(sam, id, one.id)).kind).toBe('no-such-collection');
    expect((await findCollection(read, STRANGER, slug))?.withdrawal?.reason).toBe('Out of date');
  });
});
