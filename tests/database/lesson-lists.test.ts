import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { listFeedLessons } from '#domain/lessons/lesson-feed-queries.ts';
import { listTagsInUse, listUnitsWithLessons } from '#domain/lessons/lesson-filter-queries.ts';
import { countLessons, listLessons, listLessonsAbout } from '#domain/lessons/lesson-list-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { CIRCLES, STRANGER } from '#domain/people/viewer.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, addUnit, draft, minutesLater, NOON, publish, seenBy } from '#tests/support/lessons.ts';

/** One lesson for each circle, newest last, each with a tag and a unit of its own and one they share; and what must never show. */
async function openLibrary(open: () => Promise<Database>) {
  const database = await open();
  const { write, read } = database;
  const sam = await addPerson(database, 'sam@council.example');
  const units = await write(async (tx) => {
    const directorate = await addUnit(tx, 'culture');
    return { directorate, libraries: await addUnit(tx, 'libraries', directorate), parks: await addUnit(tx, 'parks') };
  });
  for (const [at, circle] of CIRCLES.entries())
    await publish(
      database,
      sam,
      {
        circle,
        words: { title: `For ${circle}` },
        worked: at === 0 ? 'no' : 'yes',
        tags: ['shared', `only-${circle}`],
        unitIds: [units.libraries],
      },
      minutesLater(at),
    );
  await draft(database, sam, { words: { title: 'Unfinished' }, tags: ['only-draft'], unitIds: [units.parks] });
  const gone = await publish(database, sam, { words: { title: 'Gone' }, tags: ['only-gone'], unitIds: [units.parks] });
  await write((tx) => withdrawLesson(tx, sam, { lessonId: gone.id, reason: 'Wrong' }, NOON));
  return { ...database, read, database, sam, units };
}

const titles = (lessons: readonly { title: string }[]) => lessons.map(({ title }) => title);
const ALL = ['For staff', 'For partner', 'For public'];
/** What each circle sees of the three. */
const SEEN = { public: ALL.slice(2), partner: ALL.slice(1), staff: ALL };

forEachEngine((open) => {
  test('each circle is shown and counted only its own lessons, newest first, whatever the filter', async () => {
    const { read } = await openLibrary(open);
    for (const circle of CIRCLES)
      for (const filter of [{}, { tag: 'shared' }, { unit: 'libraries' }, { unit: 'culture' }]) {
        const lessons = await listLessons(read, seenBy(circle), filter, 1);
        const total = await countLessons(read, seenBy(circle), filter);
        expect([circle, filter, titles(lessons), total]).toEqual([circle, filter, SEEN[circle], SEEN[circle].length]);
      }
  });

  test('filters narrow together, and find nothing that is a draft, withdrawn or of another circle', async () => {
    const { read } = await openLibrary(open);
    const found = async (filter: Parameters<typeof listLessons>[2]) =>
      titles(await listLessons(read, STRANGER, filter, 1));
    expect(await found({ worked: 'no' })).toEqual(['For public']);
    expect(await found({ worked: 'no', tag: 'shared', unit: 'libraries' })).toEqual(['For public']);
    expect(await found({ worked: 'yes' })).toEqual([]);
    for (const tag of ['only-staff', 'only-draft', 'only-gone', 'nothing']) expect(await found({ tag })).toEqual([]);
    expect(await found({ unit: 'parks' })).toEqual([]);
  });

  test('the filters offered name no tag and no unit that the viewer has no lesson for', async () => {
    const { read } = await openLibrary(open);
    expect(await listTagsInUse(read, STRANGER)).toEqual(['only-public', 'shared']);
    expect(await listTagsInUse(read, seenBy('partner'))).toEqual(['only-partner', 'only-public', 'shared']);
    expect(await listUnitsWithLessons(read, seenBy('staff'))).toEqual([{ slug: 'libraries', name: 'libraries' }]);
  });

  test('twenty lessons make a page', async () => {
    const database = await open();
    const sam = await addPerson(database, 'sam@council.example');
    for (let n = 1; n <= 21; n++) await publish(database, sam, { words: { title: `Lesson ${n}` } }, minutesLater(n));
    const first = await listLessons(database.read, STRANGER, {}, 1);
    const second = await listLessons(database.read, STRANGER, {}, 2);
    expect([first.length, first[0]?.title]).toEqual([20, 'Lesson 21']);
    expect(titles(second)).toEqual(['Lesson 1']);
    expect(await listLessons(database.read, STRANGER, {}, 3)).toEqual([]);
    expect(await countLessons(database.read, STRANGER, {})).toBe(21);
  });

  test('a lesson is found by its address within the circle only, withdrawn or not', async () => {
    const { read } = await openLibrary(open);
    const seen = async (slug: string) =>
      Promise.all(CIRCLES.map(async (circle) => (await findLesson(read, seenBy(circle), slug)) !== undefined));
    expect(await seen('for-public')).toEqual([true, true, true]);
    expect(await seen('for-partner')).toEqual([false, true, true]);
    expect(await seen('for-staff')).toEqual([false, false, true]);
    expect(await seen('unfinished')).toEqual([false, false, false]);
    expect((await findLesson(read, STRANGER, 'gone'))?.withdrawal?.reason).toBe('Wrong');
  });

  test('a unit, a channel and a meetup know their lessons, each circle its own', async () => {
    const { read, units } = await openLibrary(open);
    for (const circle of CIRCLES)
      expect(titles(await listLessonsAbout(read, seenBy(circle), { unitId: units.libraries }, 5))).toEqual(
        SEEN[circle],
      );
    expect(titles(await listLessonsAbout(read, seenBy('staff'), {}, 2))).toEqual(ALL.slice(0, 2));
    expect(await listLessonsAbout(read, seenBy('staff'), { channelId: 'none' }, 5)).toEqual([]);
    expect(await listLessonsAbout(read, seenBy('staff'), { meetupId: 'none' }, 5)).toEqual([]);
  });

  test('the feed has what everyone may read, with its text, and names only who agreed', async () => {
    const { read, database } = await openLibrary(open);
    const kim = await addPerson(database, 'kim@council.example', { name: 'Kim Lee', showsName: true });
    await publish(
      database,
      kim,
      {
        words: { title: 'By three' },
        authors: [
          { personId: kim.person.id, guestName: '' },
          { personId: null, guestName: 'Mo, a market trader' },
        ],
      },
      minutesLater(60),
    );
    const feed = await listFeedLessons(read, 30);
    expect(titles(feed)).toEqual(['By three', 'For public']);
    expect(feed.map(({ authors }) => authors.map(({ name }) => name))).toEqual([
      ['Kim Lee', 'Mo, a market trader'],
      [null],
    ]);
    expect(feed[0]?.happenedHtml).toBe('<p>Four times, by questionnaire</p>');
    expect(titles(await listFeedLessons(read, 1))).toEqual(['By three']);
  });
});
