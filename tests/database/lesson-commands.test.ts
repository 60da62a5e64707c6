import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { discardDraft, editLesson, publishLesson, saveDraft, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { findLessonToEdit } from '#domain/lessons/lesson-edit-queries.ts';
import { listDrafts } from '#domain/lessons/lesson-list-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { listRevisions, listTexts } from '#domain/lessons/lesson-revision-queries.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, draft, lessonWish, minutesLater, NOON, publish } from '#tests/support/lessons.ts';

async function openRoom(open: () => Promise<Database>) {
  const database = await open();
  const sam = await addPerson(database, 'sam@council.example');
  const kim = await addPerson(database, 'kim@council.example', { name: 'Kim Lee' });
  const found = async (query: string) => (await searchEverything(database.read, STRANGER, query, 1)).total;
  return { ...database, database, sam, kim, found };
}

const authorsOf = (...people: Member[]) =>
  people.map(({ person }) => ({ personId: person.id, guestName: '' as const }));

forEachEngine((open) => {
  test('lessons with the same title that come together each get an address of their own', async () => {
    const { database, sam } = await openRoom(open);
    const made = await Promise.all(Array.from({ length: 5 }, () => publish(database, sam)));
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'one-question-instead-of-ten',
      ...[2, 3, 4, 5].map((n) => `one-question-instead-of-ten-${n}`),
    ]);
  });

  test('a form sent twice is one lesson', async () => {
    const { write, read, sam } = await openRoom(open);
    const wish = lessonWish(sam);
    const twice = [await write((tx) => publishLesson(tx, sam, wish, NOON))];
    twice.push(await write((tx) => publishLesson(tx, sam, wish, minutesLater(1))));
    expect(twice).toEqual([twice[0], twice[0]]);
    expect(await read.$count(read.tables.lessons)).toBe(1);
    expect((await findLesson(read, STRANGER, 'one-question-instead-of-ten'))?.publishedAt).toEqual(NOON);
  });

  test('a draft is for its authors and admins alone, and search knows nothing of it', async () => {
    const { database, read, sam, kim, found } = await openRoom(open);
    const admin = await addPerson(database, 'ada@council.example', { isAdmin: true });
    const { slug } = await draft(database, sam);
    const seers = await Promise.all([STRANGER, kim, sam, admin].map((viewer) => findLesson(read, viewer, slug)));
    expect(seers.map((lesson) => lesson !== undefined)).toEqual([false, false, true, true]);
    expect((await listDrafts(read, sam.person.id)).map((one) => one.slug)).toEqual([slug]);
    expect(await listDrafts(read, kim.person.id)).toEqual([]);
    expect(await found('questionnaire')).toBe(0);
  });

  test('the address follows the title of a draft and stays once the lesson is published', async () => {
    const { database, write, read, sam } = await openRoom(open);
    const { id } = await draft(database, sam, { words: { title: 'First thought' } });
    const retitled = (basedOn: number, title: string) => lessonWish(sam, { lessonId: id, basedOn, words: { title } });
    expect(await write((tx) => saveDraft(tx, sam, retitled(1, 'Second thought'), NOON))).toMatchObject({
      slug: 'second-thought',
    });
    await write((tx) => publishLesson(tx, sam, retitled(2, 'Third thought'), NOON));
    await write((tx) => editLesson(tx, sam, retitled(3, 'Fourth thought'), NOON));
    expect((await findLesson(read, STRANGER, 'third-thought'))?.title).toBe('Fourth thought');
    expect(await listDrafts(read, sam.person.id)).toEqual([]);
  });

  test('a title like the address of another page does not take it', async () => {
    const { database, sam } = await openRoom(open);
    const made = [await publish(database, sam, { words: { title: 'New' } })];
    made.push(await publish(database, sam, { words: { title: 'Drafts' } }));
    expect(made.map(({ slug }) => slug)).toEqual(['new-2', 'drafts-2']);
  });

  test('who may read it, as somebody else chose meanwhile, stays when a form that left it alone is saved', async () => {
    const { database, write, read, sam, kim } = await openRoom(open);
    const { id, slug, wish } = await publish(database, sam, { authors: authorsOf(sam, kim) });
    const opened = { circle: wish.circle, authorIds: [sam.person.id, kim.person.id] };
    await write((tx) => editLesson(tx, sam, { ...wish, circle: 'staff', opened }, NOON));
    const words = { ...wish.words, why: 'It is one tap.' };
    const later = { ...wish, lessonId: id, basedOn: 1, words, opened };
    await write((tx) => editLesson(tx, kim, later, minutesLater(1)));
    expect(await findLesson(read, STRANGER, slug)).toBeUndefined();
    expect(await findLesson(read, sam, slug)).toMatchObject({ circle: 'staff', why: 'It is one tap.' });
    await write((tx) => editLesson(tx, kim, { ...later, basedOn: 2, circle: 'partner' }, minutesLater(2)));
    expect((await findLesson(read, sam, slug))?.circle).toBe('partner');
  });

  test('who became an author meanwhile stays one when a form that did not know of them is saved', async () => {
    const { database, write, read, sam, kim } = await openRoom(open);
    const { id, slug, wish } = await draft(database, sam, { authors: authorsOf(sam, kim) });
    const save = (authors: typeof wish.authors, ...known: Member[]) => {
      const opened = { circle: wish.circle, authorIds: known.map(({ person }) => person.id) };
      return write((tx) => saveDraft(tx, sam, { ...wish, lessonId: id, basedOn: 1, authors, opened }, NOON));
    };
    const authorIds = async () => (await findLesson(read, sam, slug))?.authors.map(({ personId }) => personId);
    await save(authorsOf(sam), sam);
    expect(await authorIds()).toEqual([sam.person.id, kim.person.id]);
    await save(authorsOf(sam), sam, kim);
    expect(await authorIds()).toEqual([sam.person.id]);
  });

  test('each save that changes the words is kept; one that does not, is not', async () => {
    const { database, write, read, sam, kim } = await openRoom(open);
    const { id, wish } = await publish(database, sam, {
      authors: authorsOf(sam, kim),
    });
    await write((tx) => editLesson(tx, sam, { ...wish, basedOn: 1, tags: ['surveys'] }, minutesLater(1)));
    const why = { ...wish.words, why: 'Ten questions feel like homework.' };
    await write((tx) => editLesson(tx, kim, { ...wish, basedOn: 1, words: why }, minutesLater(2)));
    const kept = await listRevisions(read, sam, id);
    expect(kept).toEqual([
      { number: 2, savedBy: 'Kim Lee', savedAt: minutesLater(2) },
      { number: 1, savedBy: 'Sam Green', savedAt: NOON },
    ]);
    expect((await listTexts(read, id, [2, 1, 7])).map(({ words }) => words.why)).toEqual(['', why.why]);
    expect((await findLesson(read, sam, 'one-question-instead-of-ten'))?.updatedAt).toEqual(minutesLater(2));
  });

  test('a save that began with an older text waits for a second press', async () => {
    const { database, write, sam } = await openRoom(open);
    const { wish } = await publish(database, sam);
    const change = (basedOn: number, title: string) =>
      write((tx) => editLesson(tx, sam, { ...wish, basedOn, words: { ...wish.words, title } }, NOON));
    expect(await change(1, 'In one window')).toMatchObject({ kind: 'saved' });
    expect(await change(1, 'In another window')).toEqual({ kind: 'changed-since' });
    expect(await change(2, 'In another window')).toMatchObject({ kind: 'saved' });
  });

  test('only an author, whoever entered it, and an admin may change or withdraw a lesson', async () => {
    const { database, write, sam, kim } = await openRoom(open);
    const admin = await addPerson(database, 'ada@council.example', { isAdmin: true });
    const forGuest = await publish(database, sam, { authors: [{ personId: null, guestName: 'Mo, a market trader' }] });
    const edit = (editor: typeof sam) =>
      write((tx) => editLesson(tx, editor, { ...forGuest.wish, basedOn: 1, tags: ['x'] }, NOON));
    expect(await Promise.all([sam, admin, kim].map(edit))).toMatchObject([
      { kind: 'saved' },
      { kind: 'saved' },
      { kind: 'no-such-lesson' },
    ]);
    const taken = await write((tx) => withdrawLesson(tx, kim, { lessonId: forGuest.id, reason: 'I disagree' }, NOON));
    expect(taken).toEqual({ kind: 'no-such-lesson' });
  });

  test('nobody writes for a circle they are not in, but may mend what others gave to it', async () => {
    const { database, write, sam } = await openRoom(open);
    const resident = await addPerson(database, 'rosa@home.example', { name: 'Rosa' });
    const forStaff = lessonWish(resident, { circle: 'staff' });
    expect(await write((tx) => publishLesson(tx, resident, forStaff, NOON))).toEqual({ kind: 'not-your-circle' });
    const { wish } = await publish(database, sam, {
      circle: 'staff',
      authors: [{ personId: resident.person.id, guestName: '' }],
    });
    const mended = { ...wish, basedOn: 1, words: { ...wish.words, why: 'Mended.' } };
    expect(await write((tx) => editLesson(tx, resident, mended, NOON))).toMatchObject({ kind: 'saved' });
  });

  test('withdrawing leaves the reason, ends editing and makes search forget; the first reason stays', async () => {
    const { database, write, read, sam, found } = await openRoom(open);
    const { id, slug, wish } = await publish(database, sam);
    expect(await found('questionnaire')).toBe(1);
    const withdraw = (reason: string) => write((tx) => withdrawLesson(tx, sam, { lessonId: id, reason }, NOON));
    expect(await withdraw('The numbers were wrong.')).toEqual({ kind: 'withdrawn', slug });
    await withdraw('Another reason.');
    expect((await findLesson(read, STRANGER, slug))?.withdrawal).toEqual({
      at: NOON,
      reason: 'The numbers were wrong.',
    });
    expect(await found('questionnaire')).toBe(0);
    const again = { ...wish, basedOn: 1, words: { ...wish.words, title: 'Back' } };
    for (const save of [editLesson, publishLesson])
      expect(await write((tx) => save(tx, sam, again, NOON))).toEqual({ kind: 'withdrawn-already' });
  });

  test('a draft can be thrown away by its authors, a published lesson cannot', async () => {
    const { database, write, read, sam, kim } = await openRoom(open);
    const { id } = await draft(database, sam, { tags: ['x'] });
    const published = await publish(database, sam);
    expect(await write((tx) => discardDraft(tx, kim, id))).toEqual({ kind: 'no-such-lesson' });
    expect(await write((tx) => discardDraft(tx, sam, id))).toEqual({ kind: 'discarded' });
    expect(await write((tx) => discardDraft(tx, sam, published.id))).toEqual({ kind: 'no-such-lesson' });
    expect(await findLessonToEdit(read, id)).toBeUndefined();
    expect(await read.$count(read.tables.lessons)).toBe(1);
  });

  test('saving a draft never takes a published lesson back', async () => {
    const { database, write, sam } = await openRoom(open);
    const { wish } = await publish(database, sam);
    expect(await write((tx) => saveDraft(tx, sam, { ...wish, basedOn: 1 }, NOON))).toEqual({
      kind: 'already-published',
    });
  });
});
