import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { discardDraft, publishLesson, saveDraft } from '#domain/lessons/lesson-commands.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { takeLessonBack } from '#domain/moderation/lesson-hold-commands.ts';
import { BEGIN_PERIOD, endPeriod, savePeriod } from '#domain/moderation/period-commands.ts';
import { momentsOf } from '#domain/moderation/period-rules.ts';
import { RELEASE_HELD, releaseHeld } from '#domain/moderation/release-commands.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { stationeryOf } from '#server/stationery.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { onlyJobs } from '#tests/support/jobs.ts';
import { addPerson, lessonWish } from '#tests/support/lessons.ts';

const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example' });
const at = (day: string, time = '12:00') => new Date(`2026-${day}T${time}:00Z`);

async function openRoom(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const ada = await addPerson(database, 'ada@council.example', { name: 'Ada', isAdmin: true });
  const rosa = await addPerson(database, 'rosa@home.example', { name: 'Rosa' });
  const pat = await addPerson(database, 'pat@trust.example', { name: 'Pat' });
  let now = at('04-01');
  const jobs = onlyJobs(RELEASE_HELD, BEGIN_PERIOD);
  const run = (when: Date) => {
    now = when;
    return runDueJobs({ read, write, clock: () => now }, stationery, jobs);
  };
  const period = (id: string, startsOn: string, endsOn: string, when = at('04-01')) =>
    write((tx) => {
      const days = { startsOn: `2026-${startsOn}`, endsOn: `2026-${endsOn}`, zone: 'Europe/London' };
      return savePeriod(tx, { id, ...days, reason: 'the council election', setById: ada.person.id }, newId, when);
    });
  const end = (id: string, when: Date) => write((tx) => endPeriod(tx, { id, endedById: ada.person.id }, newId, when));
  const send = (author: Member, title: string, when: Date) => {
    const wish = lessonWish(author, { words: { title } });
    return write((tx) => publishLesson(tx, author, wish, when)).then((outcome) => ({ ...outcome, wish }));
  };
  const titles = async () => {
    const { lessonPublications: published, lessons } = read.tables;
    const rows = await read.select().from(published).orderBy(asc(published.publishedAt));
    const all = await read.select({ id: lessons.id, title: lessons.title }).from(lessons);
    return rows.map(({ lessonId }) => all.find(({ id }) => id === lessonId)?.title);
  };
  const letters = async (to: string) => {
    const all = await read.select().from(read.tables.outbox);
    return all.filter(({ recipient }) => recipient === to).map(({ subject }) => subject);
  };
  return { read, write, ada, rosa, pat, run, period, end, send, titles, letters };
}

forEachEngine((open) => {
  test('before an election lessons by partners and residents wait, and appear after it once, in the order in which they came', async () => {
    const { read, ada, rosa, pat, run, period, send, titles, letters } = await openRoom(open);
    await period('may', '04-10', '05-06');
    await send(rosa, 'Before', at('04-09', '22:59'));
    expect(await send(pat, 'First', at('04-09', '23:00'))).toMatchObject({ kind: 'saved', isHeld: true });
    await send(rosa, 'Second', at('04-20'));
    await send(ada, 'By staff', at('04-21'));
    await send(pat, 'Third', at('05-06', '22:59'));
    await run(at('05-06', '22:59'));
    expect(await titles()).toEqual(['Before', 'By staff']);
    expect(await findLesson(read, STRANGER, 'second')).toBeUndefined();
    expect((await searchEverything(read, STRANGER, 'Second', 1)).total).toBe(0);
    for (const minute of ['23:00', '23:01']) await run(at('05-06', minute));
    expect(await titles()).toEqual(['Before', 'By staff', 'First', 'Second', 'Third']);
    expect((await searchEverything(read, STRANGER, 'Second', 1)).total).toBe(1);
    expect(await letters('pat@trust.example')).toEqual(['Published: First', 'Published: Third']);
  });

  test('when the process ends in the middle of it, nothing appears twice and nothing is lost', async () => {
    const { read, write, rosa, run, period, send, titles, letters } = await openRoom(open);
    await period('may', '04-10', '05-06');
    await send(rosa, 'First', at('04-20'));
    await expect(
      write(async (tx) => {
        await releaseHeld(tx, 'site', stationery, at('05-07'));
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    expect(await titles()).toEqual([]);
    await run(at('05-07', '12:01'));
    await run(at('05-07', '12:02'));
    expect(await titles()).toEqual(['First']);
    expect(await letters('rosa@home.example')).toEqual(['Published: First']);
    expect(await read.$count(read.tables.lessonHolds)).toBe(1);
  });

  test('days that change keep what waits waiting; ending them early lets it appear, unless others run', async () => {
    const { rosa, run, period, end, send, titles } = await openRoom(open);
    await period('may', '04-10', '05-06');
    await period('parish', '04-15', '04-30');
    await send(rosa, 'First', at('04-20'));
    await period('may', '04-10', '05-20', at('04-21'));
    await run(at('05-10'));
    expect(await titles()).toEqual([]);
    expect(await end('may', at('05-11'))).toEqual({ kind: 'ended' });
    expect(await end('may', at('05-11', '12:01'))).toEqual({ kind: 'over-already' });
    expect(await period('may', '04-10', '05-30', at('05-12'))).toEqual({ kind: 'ended-early' });
    await run(at('05-11', '12:01'));
    expect(await titles()).toEqual(['First']);
    await period('june', '06-01', '06-30', at('05-12'));
    await period('july', '06-20', '07-31', at('05-12'));
    await send(rosa, 'Second', at('06-25'));
    await end('june', at('06-26'));
    await run(at('06-26', '12:01'));
    expect(await titles()).toEqual(['First']);
    await run(at('08-01'));
    expect(await titles()).toEqual(['First', 'Second']);
  });

  test('one that is called off before it begins holds nothing, and nobody hears of it', async () => {
    const { rosa, run, period, end, send, titles, letters } = await openRoom(open);
    await period('may', '04-10', '05-06');
    await end('may', at('04-05'));
    await send(rosa, 'First', at('04-20'));
    await run(at('04-20'));
    expect(await titles()).toEqual(['First']);
    expect(await letters('ada@council.example')).toEqual([]);
  });

  test('the staff are told once when it begins, and nobody else is', async () => {
    const { run, period, letters } = await openRoom(open);
    await period('may', '04-10', '05-06');
    await run(at('04-09'));
    expect(await letters('ada@council.example')).toEqual([]);
    await run(at('04-10'));
    await period('may', '04-10', '05-07', at('04-11'));
    await run(at('04-12'));
    expect(await letters('ada@council.example')).toEqual(['Until Wednesday 6 May 2026: mind what you publish']);
    for (const address of ['rosa@home.example', 'pat@trust.example']) expect(await letters(address)).toEqual([]);
  });

  test('what waits can be changed in its place, taken back, or thrown away', async () => {
    const { write, rosa, pat, run, period, send, titles } = await openRoom(open);
    await period('may', '04-10', '05-06');
    const first = await send(rosa, 'First', at('04-20'));
    await send(pat, 'Second', at('04-21'));
    const third = await send(rosa, 'Third', at('04-22'));
    const { wish } = first;
    const better = { ...wish, basedOn: 1, words: { ...wish.words, title: 'First, better' } };
    expect(await write((tx) => saveDraft(tx, rosa, better, at('04-23')))).toEqual({ kind: 'waits-already' });
    await write((tx) => publishLesson(tx, rosa, better, at('04-23')));
    expect(await write((tx) => takeLessonBack(tx, pat, third.wish.lessonId))).toEqual({ kind: 'no-such-lesson' });
    expect(await write((tx) => takeLessonBack(tx, rosa, third.wish.lessonId))).toMatchObject({ kind: 'taken-back' });
    expect(await write((tx) => takeLessonBack(tx, rosa, third.wish.lessonId))).toEqual({ kind: 'not-waiting' });
    const fourth = await send(rosa, 'Fourth', at('04-24'));
    expect(await write((tx) => discardDraft(tx, rosa, fourth.wish.lessonId))).toEqual({ kind: 'discarded' });
    await run(at('05-08'));
    expect(await titles()).toEqual(['First, better', 'Second']);
  });
});

test('a period holds whole days by the clock on the wall, also across a change of the clocks', () => {
  expect(momentsOf({ startsOn: '2026-03-28', endsOn: '2026-03-29', zone: 'Europe/London' })).toEqual({
    startsAt: new Date('2026-03-28T00:00Z'),
    endsAt: new Date('2026-03-29T23:00Z'),
  });
});
