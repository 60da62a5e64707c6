import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { markLeft } from '#domain/leavers/leaving-commands.ts';
import { listLessons } from '#domain/lessons/lesson-list-queries.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { answerTryOut } from '#domain/try-outs/answer-commands.ts';
import { askHowItWent } from '#domain/try-outs/asking-commands.ts';
import { askAuthors, confirmLesson } from '#domain/try-outs/confirmation-commands.ts';
import { giveUpTryOut, planTryOut } from '#domain/try-outs/try-out-commands.ts';
import { listTryOuts, type TryOutKey } from '#domain/try-outs/try-out-queries.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, NOON, publish } from '#tests/support/lessons.ts';

const daysLater = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example' });

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const { read, write } = database;
    const author = await addPerson(database, 'ann@council.example', { name: 'Ann Author' });
    const sam = await addPerson(database, 'sam@council.example');
    const kim = await addPerson(database, 'kim@trust.example', { name: 'Kim Lee' });
    const { slug } = await publish(database, author);
    const [lesson] = await read
      .select()
      .from(read.tables.lessons)
      .where(eq(read.tables.lessons.slug, slug ?? ''));
    const lessonId = lesson?.id ?? '';
    const plan = (trier: Member, askOn = '2026-04-01') =>
      write((tx) =>
        planTryOut(tx, trier, { id: newId(), jobId: newId(), lessonId, askOn, zone: 'Europe/London' }, NOON),
      );
    const answer = (key: TryOutKey, result: 'worked' | 'partly' | 'did-not' | 'not-yet', at = daysLater(30)) =>
      write((tx) => {
        const said = { result, difference: 'On paper', today: at.toISOString().slice(0, 10), zone: 'Europe/London' };
        return answerTryOut(tx, key, said, stationery, at);
      });
    const letters = () => read.select().from(read.tables.outbox);
    const jobs = () => read.select().from(read.tables.jobs).where(eq(read.tables.jobs.kind, 'ask-try-out'));
    const openOf = (trier: Member): TryOutKey => ({ lessonId, personId: trier.person.id });
    return { ...database, database, author, sam, kim, lessonId, plan, answer, letters, jobs, openOf };
  }

  test('saying it twice at once is one try-out, and the last day counts', async () => {
    const { read, sam, plan, lessonId, jobs } = await openRoom();
    await Promise.all([plan(sam), plan(sam), plan(sam, '2026-05-01')]);
    expect(await listTryOuts(read, sam, lessonId)).toMatchObject({ trying: 1, ownAskOn: '2026-05-01' });
    expect((await jobs()).map(({ dueAt }) => dueAt)).toEqual([new Date('2026-05-01T08:00:00Z')]);
  });

  test('the first answer stands, tells the author, and lifts the lesson', async () => {
    const { database, read, author, sam, kim, plan, answer, letters, lessonId, openOf } = await openRoom();
    await publish(database, author, { words: { title: 'Newer, and not tried' } }, daysLater(20));
    await plan(sam);
    await plan(kim);
    const answers = await Promise.all([answer(openOf(sam), 'worked'), answer(openOf(sam), 'did-not')]);
    expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'no-such-try-out']);
    await answer(openOf(kim), 'partly');
    expect(await listTryOuts(read, STRANGER, lessonId)).toMatchObject({
      trying: 0,
      tried: [
        { result: 'partly', difference: 'On paper', name: '' },
        { result: 'worked', name: '' },
      ],
    });
    const told = (await letters()).filter(({ subject }) => subject.startsWith('Somebody tried'));
    expect(told.map(({ recipient }) => recipient)).toEqual(['ann@council.example', 'ann@council.example']);
    expect(told.map(({ plainText }) => plainText).join()).not.toMatch(/Sam Green|Kim Lee/);
    const titles = (await listLessons(read, STRANGER, {}, 1)).map(({ title, tried }) => [title, tried?.teams]);
    expect(titles).toEqual([
      ['One question instead of ten', 2],
      ['Newer, and not tried', 0],
    ]);
    expect((await listLessons(read, STRANGER, { order: 'newest' }, 1))[0]?.title).toBe('Newer, and not tried');
  });

  test('not yet asks again in four weeks; after three letters without an answer we stop asking', async () => {
    const { read, write, sam, plan, answer, letters, jobs, lessonId, openOf } = await openRoom();
    await plan(sam);
    expect((await answer(openOf(sam), 'not-yet')).kind).toBe('not-yet');
    expect((await jobs())[0]?.dueAt).toEqual(new Date('2026-04-29T08:00:00Z'));
    const id = (await jobs())[0]?.subjectId ?? '';
    const ask = (days: number) => write((tx) => askHowItWent(tx, id, stationery, daysLater(days)));
    expect([await ask(60), await ask(81), await ask(102), await ask(123)]).toEqual([
      ...[daysLater(81), daysLater(102), daysLater(123), null],
    ]);
    expect((await letters()).map(({ subject }) => subject)).toEqual(
      Array.from({ length: 3 }, () => 'How did it go? “One question instead of ten”'),
    );
    expect(await listTryOuts(read, sam, lessonId)).toMatchObject({ trying: 0, ownAskOn: null });
  });

  test('whoever has left is not asked how it went', async () => {
    const { write, sam, author, plan, letters, jobs } = await openRoom();
    await plan(sam);
    const left = { personId: sam.person.id, notedById: author.person.id, today: '2026-03-20' };
    await write((tx) => markLeft(tx, left, daysLater(18)));
    const id = (await jobs())[0]?.subjectId ?? '';
    expect(await write((tx) => askHowItWent(tx, id, stationery, daysLater(60)))).toEqual(daysLater(81));
    expect(await letters()).toEqual([]);
  });

  test('a lesson that somebody may not read cannot be tried; a try-out can be taken back', async () => {
    const { database, read, write, author, kim, plan, openOf, answer, lessonId } = await openRoom();
    const { slug } = await publish(database, author, { circle: 'staff', words: { title: 'For staff' } });
    const [secret] = await read
      .select()
      .from(read.tables.lessons)
      .where(eq(read.tables.lessons.slug, slug ?? ''));
    const wish = { id: newId(), jobId: newId(), lessonId: secret?.id ?? '', askOn: '2026-04-01', zone: 'UTC' };
    expect((await write((tx) => planTryOut(tx, kim, wish, NOON))).kind).toBe('no-such-lesson');
    await plan(kim);
    await write((tx) => giveUpTryOut(tx, kim.person.id, lessonId));
    expect((await answer(openOf(kim), 'worked')).kind).toBe('no-such-try-out');
  });

  test('authors are asked once a year what nobody touched, in one letter, and their word makes it fresh', async () => {
    const { database, write, author, sam, letters, lessonId } = await openRoom();
    await publish(database, author, { words: { title: 'The other' } });
    const ask = (days: number) => write((tx) => askAuthors(tx, stationery, daysLater(days)));
    await ask(300);
    expect(await letters()).toEqual([]);
    await ask(366);
    await ask(367);
    expect((await letters()).map(({ subject, recipient }) => [subject, recipient])).toEqual([
      ['Are your lessons still true?', 'ann@council.example'],
    ]);
    const say = (who: Member) => write((tx) => confirmLesson(tx, who, { id: newId(), lessonId }, daysLater(370)));
    expect([(await say(sam)).kind, (await say(author)).kind]).toEqual(['no-such-lesson', 'confirmed']);
    await ask(733);
    expect((await letters()).at(-1)?.subject).toBe('Still true? “The other”');
  });
});
