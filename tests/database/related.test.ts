import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { editLesson, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { listLessonsAbout } from '#domain/lessons/lesson-list-queries.ts';
import { CIRCLES, STRANGER } from '#domain/people/viewer.ts';
import type { Nearness } from '#domain/related/near-rules.ts';
import { relateEarlier } from '#domain/related/related-commands.ts';
import { listNear } from '#domain/related/related-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, addUnit, draft, minutesLater, NOON, publish, seenBy } from '#tests/support/lessons.ts';

async function openLibrary(open: () => Promise<Database>) {
  const database = await open();
  const sam = await addPerson(database, 'sam@council.example');
  const near = async (lesson: { id: string; slug: string }, viewer = STRANGER, nearness: Nearness = 'related') =>
    (await listNear(database.read, viewer, lesson)).flatMap((one) => (one.nearness === nearness ? one.title : []));
  return { ...database, database, sam, near };
}

/** Tags enough to make a dozen lessons related. */
const ALIKE = ['paper', 'counters', 'mornings'];

/** A lesson with nothing in common with another but what is given. */
let told = 0;
const about = (title: string, { text, ...more }: Parameters<typeof publish>[2] & { text?: string } = {}) => {
  told += 1;
  const happened = `<p>${text ?? `nothing${told} like${told} it${told}`}</p>`;
  return { ...more, html: { wanted: '', happened, why: '', nextTime: '' }, words: { title, tryThis: '' } };
};

forEachEngine((open) => {
  test('lessons that say the same rare words are related, from both sides; others are not', async () => {
    const { database, sam, near } = await openLibrary(open);
    const old = await publish(database, sam, about('Pigeons', { text: 'pigeons netting droppings gutters' }));
    await publish(database, sam, about('Receipts', { text: 'receipts barcodes customers' }), minutesLater(1));
    const late = await publish(database, sam, about('Roof', { text: 'netting and gutters for pigeons' }));
    expect(await near(late)).toEqual(['Pigeons']);
    expect(await near(old)).toEqual(['Roof']);
  });

  test('a tag or a unit that few share makes lessons related, the likest first, and an edit works it out again', async () => {
    const { database, sam, near } = await openLibrary(open);
    const unit = await database.write((tx) => addUnit(tx, 'parks'));
    const first = await publish(database, sam, about('First', { tags: ['bins', 'money'], unitIds: [unit] }));
    await publish(database, sam, about('Second', { tags: ['bins'], unitIds: [unit] }));
    const third = await publish(database, sam, about('Third', { tags: ['money'] }));
    expect(await near(first)).toEqual(['Second', 'Third']);
    const changed = { ...third.wish, basedOn: 1, tags: ['other'] };
    await database.write((tx) => editLesson(tx, sam, changed, minutesLater(1)));
    expect([await near(first), await near(third)]).toEqual([['Second'], []]);
  });

  test('nobody is shown a relative or a mention of a circle that is not theirs, a draft, or what was withdrawn', async () => {
    const { database, sam, near } = await openLibrary(open);
    const lesson = await publish(database, sam, about('Mentioned', { tags: ALIKE }));
    const mentions = [`/lessons/${lesson.slug}`];
    for (const circle of CIRCLES)
      await publish(database, sam, about(`For ${circle}`, { circle, tags: ALIKE, mentions }));
    await draft(database, sam, about('Unfinished', { tags: ALIKE, mentions }));
    const gone = await publish(database, sam, about('Gone', { tags: ALIKE, mentions }));
    expect(await near(lesson)).toContain('Gone');
    await database.write((tx) => withdrawLesson(tx, sam, { lessonId: gone.id, reason: 'Wrong' }, NOON));
    for (const nearness of ['related', 'mention'] as const)
      for (const [at, circle] of CIRCLES.entries()) {
        const seen = CIRCLES.slice(0, at + 1).map((one) => `For ${one}`);
        expect([circle, (await near(lesson, seenBy(circle), nearness)).sort()]).toEqual([circle, seen.sort()]);
      }
  });

  test('a lesson that links to another is mentioned there until its words change; it does not mention itself', async () => {
    const { database, sam, near } = await openLibrary(open);
    const lesson = await publish(database, sam, about('Mentioned'));
    const mentions = [`/lessons/${lesson.slug}`];
    const other = await publish(database, sam, about('Mentions', { mentions }));
    await database.write((tx) => editLesson(tx, sam, { ...lesson.wish, basedOn: 1, mentions }, minutesLater(1)));
    expect(await near(lesson, STRANGER, 'mention')).toEqual(['Mentions']);
    await database.write((tx) => editLesson(tx, sam, { ...other.wish, basedOn: 1, mentions: [] }, minutesLater(1)));
    expect(await near(lesson, STRANGER, 'mention')).toEqual([]);
  });

  test('a lesson that links to the page of a channel or a meetup is in its list, for those who may read it', async () => {
    const { database, sam, read } = await openLibrary(open);
    await publish(database, sam, about('Open', { mentions: ['/channels/x', '/meetups/y'] }));
    await publish(database, sam, about('Hidden', { mentions: ['/channels/x'], circle: 'staff' }));
    const listed = async (where: Parameters<typeof listLessonsAbout>[2], viewer = STRANGER) =>
      (await listLessonsAbout(read, viewer, where, 9)).map(({ title }) => title);
    expect(await listed({ channelId: 'none', path: '/channels/x' })).toEqual(['Open']);
    expect(await listed({ channelId: 'none', path: '/channels/x' }, seenBy('staff'))).toHaveLength(2);
    expect(await listed({ meetupId: 'none', path: '/meetups/y' })).toEqual(['Open']);
    expect(await listed({ channelId: 'none' })).toEqual([]);
  });

  test('lessons from before there were relatives get them a few at a time, links and all', async () => {
    const { database, sam, near, write } = await openLibrary(open);
    const lessons = [];
    for (let n = 0; n < 11; n++) lessons.push(await publish(database, sam, about(`Lesson ${n}`, { tags: ALIKE })));
    const [first, second] = [lessons[0]!, lessons[1]!];
    await write(async (tx) => {
      const { relatedLessons, lessonReckonings, lessons } = tx.tables;
      await tx.delete(relatedLessons);
      await tx.delete(lessonReckonings);
      const happenedHtml = `<p><a href="https://tea.example/lessons/${first.slug}">so</a></p>`;
      await tx.update(lessons).set({ happenedHtml }).where(eq(lessons.id, second.id));
    });
    const relate = () => write((tx) => relateEarlier(tx, 'https://tea.example', NOON));
    expect([await near(first), await relate(), await relate(), await relate()]).toEqual([[], false, true, true]);
    expect(await near(first)).toHaveLength(4);
    expect(await near(first, STRANGER, 'mention')).toEqual(['Lesson 1']);
  });
});
