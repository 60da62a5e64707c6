import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { answerInvitation, invite } from '#domain/drafts/invitation-commands.ts';
import { planPublication, publishDue, unplanPublication } from '#domain/drafts/schedule-commands.ts';
import { findSchedule } from '#domain/drafts/schedule-queries.ts';
import { discardDraft, publishLesson, saveDraft } from '#domain/lessons/lesson-commands.ts';
import { listDrafts } from '#domain/lessons/lesson-list-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { listLetters } from '#domain/mail/outbox-queries.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, draft, lessonWish, minutesLater, NOON } from '#tests/support/lessons.ts';

const STATIONERY = stationeryOf({ siteName: 'Teacake', siteUrl: 'https://teacake.example' });

async function openDesk(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const sam = await addPerson(database, 'sam@council.example');
  const kim = await addPerson(database, 'kim@council.example', { name: 'Kim Lee' });
  const { id, slug, wish } = await draft(database, sam);
  const plan = (editor: Member, minutes: number, now = NOON) =>
    write((tx) =>
      planPublication(
        tx,
        editor,
        {
          ...{ lessonId: id, jobId: newId(), publishLocal: '2026-03-02T13:00', zone: 'Europe/London' },
          publishAt: minutesLater(minutes),
        },
        now,
      ),
    );
  const due = (minutes: number) => write((tx) => publishDue(tx, id, STATIONERY, minutesLater(minutes)));
  const publishedAt = async () => (await findLesson(read, STRANGER, slug))?.publishedAt;
  const letters = async () => (await listLetters(read)).map(({ recipient, subject }) => `${recipient}: ${subject}`);
  return { ...database, database, sam, kim, id, slug, wish, plan, due, publishedAt, letters };
}

forEachEngine((open) => {
  test('a planned draft is published at its time, once, and its authors are told', async () => {
    const { read, sam, kim, id, plan, due, publishedAt, letters } = await openDesk(open);
    expect(await plan(kim, 60)).toEqual({ kind: 'no-such-lesson' });
    expect(await plan(sam, 60)).toMatchObject({ kind: 'planned' });
    expect(await findSchedule(read, sam, id)).toMatchObject({ publishLocal: '2026-03-02T13:00', by: 'Sam Green' });
    expect((await listDrafts(read, sam.person.id))[0]?.publishLocal).toBe('2026-03-02T13:00');
    expect(await due(59)).toEqual(minutesLater(60));
    expect(await publishedAt()).toBeUndefined();
    expect(await Promise.all([due(61), due(61)])).toEqual([null, null]);
    expect(await publishedAt()).toEqual(minutesLater(61));
    expect(await letters()).toEqual(['sam@council.example: “One question instead of ten” is published']);
    expect(await findSchedule(read, sam, id)).toBeUndefined();
    expect(await plan(sam, 90)).toEqual({ kind: 'already-published' });
  });

  test('what a program sends a second time changes nothing of what was added meanwhile', async () => {
    const { read, write, sam, kim, slug, wish } = await openDesk(open);
    const authors = [sam, kim].map(({ person }) => ({ personId: person.id, guestName: '' as const }));
    const opened = { circle: wish.circle, authorIds: [sam.person.id] };
    await write((tx) => saveDraft(tx, sam, { ...wish, basedOn: 1, authors, tags: ['surveys'], opened }, NOON));
    expect(await write((tx) => saveDraft(tx, sam, wish, minutesLater(1)))).toEqual({ kind: 'saved', slug });
    expect(await findLesson(read, kim, slug)).toMatchObject({ tags: ['surveys'], authors: { length: 2 } });
  });

  test('whoever was named as an author before they said yes is named once', async () => {
    const { read, write, sam, kim, id, slug, wish } = await openDesk(open);
    const asked = { id: newId(), lessonId: id, email: 'kim@council.example', wanted: 'write' as const };
    const domains = { staffDomains: ['council.example'], partnerDomains: [] };
    await write((tx) => invite(tx, sam, { ...asked, domains }, STATIONERY, NOON));
    const authors = [sam, kim].map(({ person }) => ({ personId: person.id, guestName: '' as const }));
    await write((tx) => saveDraft(tx, sam, { ...wish, basedOn: 1, authors }, NOON));
    const yes = { invitationId: asked.id, answer: 'yes' as const, hat: null };
    await write((tx) => answerInvitation(tx, kim, yes, STATIONERY, NOON));
    expect((await findLesson(read, kim, slug))?.authors).toHaveLength(2);
  });

  test('published by hand and by the plan at the same moment, it is published once', async () => {
    const { read, write, sam, wish, plan, due, letters } = await openDesk(open);
    await plan(sam, 60);
    await Promise.all([
      write((tx) => publishLesson(tx, sam, { ...wish, basedOn: 1 }, minutesLater(60))),
      due(60),
      plan(sam, 90),
    ]);
    expect(await read.$count(read.tables.lessonPublications)).toBe(1);
    expect((await letters()).length).toBeLessThan(2);
    await due(90);
    expect(await read.$count(read.tables.lessonSchedules)).toBe(0);
  });

  test('a plan that is taken back or whose draft is thrown away publishes nothing', async () => {
    const { write, sam, kim, id, plan, due, publishedAt } = await openDesk(open);
    await plan(sam, 60);
    expect(await write((tx) => unplanPublication(tx, kim, id))).toEqual({ kind: 'no-such-lesson' });
    expect(await write((tx) => unplanPublication(tx, sam, id))).toMatchObject({ kind: 'unplanned' });
    await due(61);
    expect(await publishedAt()).toBeUndefined();
    await plan(sam, 60);
    expect(await write((tx) => discardDraft(tx, sam, id))).toEqual({ kind: 'discarded' });
    expect(await due(61)).toBeNull();
  });

  test('an unfinished draft is not planned; one that lost a part meanwhile stays a draft, and its authors hear why', async () => {
    const { database, write, sam, id, wish, plan, due, publishedAt, letters } = await openDesk(open);
    const half = await draft(database, sam, { words: { title: 'Half', nextTime: '' } });
    const planHalf = { lessonId: half.id, jobId: newId(), publishLocal: '2026-03-02T13:00', zone: 'Europe/London' };
    const late = { ...planHalf, publishAt: minutesLater(60) };
    expect(await write((tx) => planPublication(tx, sam, late, NOON))).toEqual({ kind: 'unfinished' });
    await plan(sam, 60);
    const emptied = lessonWish(sam, { lessonId: id, basedOn: 1, words: { ...wish.words, nextTime: '' } });
    expect(await write((tx) => saveDraft(tx, sam, emptied, NOON))).toMatchObject({ kind: 'saved' });
    await due(61);
    expect(await publishedAt()).toBeUndefined();
    expect(await letters()).toEqual([
      'sam@council.example: “One question instead of ten” is not published: something is missing',
    ]);
  });
});
