import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { editLesson, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { claimSending, noteSending, planSendings } from '#domain/webmentions/telling-commands.ts';
import { findDueSending, findDueTelling, findOpenHtml, listSendings } from '#domain/webmentions/telling-queries.ts';
import {
  claimWebmention,
  decideWebmention,
  forgetWebmentions,
  noteWebmention,
  receiveWebmention,
} from '#domain/webmentions/webmention-commands.ts';
import {
  findDueWebmention,
  findWebmention,
  listSaidElsewhere,
  listWaitingWebmentions,
} from '#domain/webmentions/webmention-queries.ts';
import type { Found, Verdict } from '#domain/webmentions/webmention-rules.ts';
import { newId } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, draft, minutesLater, NOON, publish } from '#tests/support/lessons.ts';

const DAY = 24 * 60;
const SAID = {
  outcome: 'linked',
  host: 'blog.example',
  title: 'We tried it',
  author: 'Mo',
  excerpt: 'It worked for us too.',
} as const;

async function openTown(open: () => Promise<Database>) {
  const database = await open();
  const { read, write } = database;
  const sam = await addPerson(database, 'sam@council.example');
  const { id: subjectId, wish } = await publish(database, sam);
  const subject = { subjectKind: 'lesson' as const, subjectId };
  const receive = (source: string, now = NOON) =>
    write((tx) => receiveWebmention(tx, { id: newId(), source: new URL(source), ...subject }, now));
  const look = async (found: Found, now = NOON) => {
    const due = await findDueWebmention(read, now);
    const claimed = due && (await write((tx) => claimWebmention(tx, due, now)));
    const there = claimed && found.outcome === 'linked' ? { ...found, host: claimed.host } : found;
    if (claimed) await write((tx) => noteWebmention(tx, claimed, there, now));
    return claimed?.id;
  };
  const decide = async (id: string, kind: Verdict, ofWholeSite = false, now = NOON) => {
    const changedAt = (await findWebmention(read, id))?.changedAt ?? null;
    return write((tx) => decideWebmention(tx, { id, kind, changedAt, ofWholeSite }, sam.person, now));
  };
  const shown = async () => (await listSaidElsewhere(read, subject)).map(({ title }) => title);
  const waiting = async () => (await listWaitingWebmentions(read)).map(({ title }) => title);
  const standing = async (id: string) => (await findWebmention(read, id))?.standing;
  return { database, read, write, sam, wish, subjectId, receive, look, decide, shown, waiting, standing };
}

forEachEngine((open) => {
  test('what links to us waits for a moderator, and stands under the lesson once one let it through', async () => {
    const { receive, look, decide, shown, waiting, standing } = await openTown(open);
    const { id } = await receive('https://blog.example/a');
    expect([await standing(id), await shown(), await waiting()]).toEqual(['to-be-looked-at', [], []]);
    await look(SAID);
    expect([await standing(id), await shown(), await waiting()]).toEqual(['waiting', [], ['We tried it']]);
    expect(await decide(id, 'shown')).toEqual({ kind: 'decided' });
    expect([await standing(id), await shown(), await waiting()]).toEqual(['shown', ['We tried it'], []]);
    await decide(id, 'refused');
    expect([await standing(id), await shown()]).toEqual(['refused', []]);
    expect(await decide(newId(), 'shown')).toEqual({ kind: 'no-such-webmention' });
  });

  test('words that changed while a moderator read the old ones are not shown by their press', async () => {
    const { write, sam, receive, look, shown, waiting } = await openTown(open);
    const { id } = await receive('https://blog.example/a');
    await look(SAID);
    await receive('https://blog.example/a', minutesLater(1));
    await look({ ...SAID, title: 'Buy sheds' }, minutesLater(1));
    const press = { id, kind: 'shown', changedAt: NOON, ofWholeSite: false } as const;
    expect(await write((tx) => decideWebmention(tx, press, sam.person, minutesLater(2)))).toEqual({
      kind: 'changed-since',
    });
    expect([await shown(), await waiting()]).toEqual([[], ['Buy sheds']]);
  });

  test('telling twice is one, and two who look at once do not both look', async () => {
    const { read, write, receive } = await openTown(open);
    const [one, two] = await Promise.all([receive('https://blog.example/a'), receive('https://blog.example/a')]);
    expect(one.id).toBe(two.id);
    const due = (await findDueWebmention(read, NOON))!;
    const claims = await Promise.all([1, 2].map(() => write((tx) => claimWebmention(tx, due, NOON))));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await findDueWebmention(read, minutesLater(9))).toBeUndefined();
    expect((await findDueWebmention(read, minutesLater(11)))?.id).toBe(one.id);
  });

  test('words that change wait again, the same words do not, and what is gone there goes here', async () => {
    const { receive, look, decide, shown, waiting, standing } = await openTown(open);
    const { id } = await receive('https://blog.example/a');
    await look(SAID);
    await decide(id, 'shown');
    await receive('https://blog.example/a', minutesLater(1));
    await look(SAID, minutesLater(1));
    expect(await shown()).toEqual(['We tried it']);
    await receive('https://blog.example/a', minutesLater(2));
    await look({ ...SAID, title: 'Buy pills' }, minutesLater(2));
    expect([await shown(), await waiting()]).toEqual([[], ['Buy pills']]);
    await decide(id, 'shown', false, minutesLater(3));
    await receive('https://blog.example/a', minutesLater(4));
    await look({ outcome: 'gone', detail: 'the page is not there (410)' }, minutesLater(4));
    expect([await shown(), await waiting(), await standing(id)]).toEqual([[], [], 'gone']);
  });

  test('a site that does not answer is asked four times, and what stood there before stays', async () => {
    const { read, receive, look, decide, shown, standing } = await openTown(open);
    const { id } = await receive('https://blog.example/a');
    await look(SAID);
    await decide(id, 'shown');
    await receive('https://blog.example/a', minutesLater(1));
    const silent: Found = { outcome: 'not-reached', detail: 'the site did not answer' };
    let asked = 0;
    for (let minute = 1; minute < 3 * DAY; minute += 30) if (await look(silent, minutesLater(minute))) asked += 1;
    expect([asked, await shown()]).toEqual([4, ['We tried it']]);
    await receive('https://other.example/b', minutesLater(4 * DAY));
    const other = (await findDueWebmention(read, minutesLater(4 * DAY)))!;
    await look(silent, minutesLater(4 * DAY));
    expect(await standing(other.id)).toBe('not-reached');
  });

  test('a moderator can speak of a whole site: what comes later is shown, or is not, at once', async () => {
    const { receive, look, decide, shown, waiting } = await openTown(open);
    const { id } = await receive('https://blog.example/a');
    await look(SAID);
    await receive('https://blog.example/b');
    await look({ ...SAID, title: 'Another' });
    await receive('https://spam.example/a');
    const spam = await look({ ...SAID, title: 'Pills' });
    await decide(id, 'shown', true);
    expect([await shown(), await waiting()]).toEqual([expect.arrayContaining(['We tried it', 'Another']), ['Pills']]);
    await decide(spam!, 'refused', true);
    for (const host of ['blog', 'spam', 'new']) {
      await receive(`https://${host}.example/later`, minutesLater(5));
      await look({ ...SAID, title: `Later on ${host}` }, minutesLater(5));
    }
    expect(await shown()).toHaveLength(3);
    expect(await waiting()).toEqual(['Later on new']);
  });

  test('what came to nothing is forgotten after a month, what links to us is not', async () => {
    const { write, receive, look, standing } = await openTown(open);
    const kept = await receive('https://blog.example/a');
    await look(SAID);
    const lost = await receive('https://blog.example/b');
    await look({ outcome: 'not-linked', detail: 'the page does not link to ours' });
    const forget = (days: number) => write((tx) => forgetWebmentions(tx, minutesLater(days * DAY)));
    expect(await forget(29)).toEqual(minutesLater(30 * DAY));
    expect(await standing(lost.id)).toBe('not-linked');
    await forget(31);
    expect([await standing(lost.id), await standing(kept.id)]).toEqual([undefined, 'waiting']);
  });

  test('only what everybody may read and was written here is told of, and not what is long past', async () => {
    const { database, read, sam, subjectId } = await openTown(open);
    expect(await findOpenHtml(read, subjectId)).toContain('Four times');
    const partner = await publish(database, sam, { circle: 'partner' });
    const unfinished = await draft(database, sam);
    for (const { id } of [partner, unfinished]) expect(await findOpenHtml(read, id)).toBeUndefined();
    expect((await findDueTelling(read, NOON))?.lessonId).toBeDefined();
    expect(await findDueTelling(read, minutesLater(8 * DAY))).toBeUndefined();
  });

  test('each page is told once for each change, and those that were told hear that a link is gone', async () => {
    const { read, write, sam, wish, subjectId } = await openTown(open);
    const plan = async (links: string[], now = NOON) => {
      const due = (await findDueTelling(read, now))!;
      await write((tx) => planSendings(tx, due, links, now));
    };
    const tell = async (outcome: 'told' | 'no-endpoint' | 'not-reached', now = NOON) => {
      const due = await findDueSending(read, now);
      const claimed = due && (await write((tx) => claimSending(tx, due.sending, now)));
      if (claimed) await write((tx) => noteSending(tx, claimed, { outcome, detail: '' }, now));
      return claimed?.target;
    };
    const [a, b] = ['https://a.example/', 'https://b.example/'];
    await plan([a, b]);
    expect([await tell('told'), await tell('no-endpoint'), await tell('told')]).toEqual([a, b, undefined]);
    const words = { ...wish.words, happened: 'Changed.' };
    await write((tx) => editLesson(tx, sam, { ...wish, basedOn: 1, words }, minutesLater(1)));
    await plan([], minutesLater(2));
    expect([await tell('told', minutesLater(2)), await tell('told', minutesLater(2))]).toEqual([a, undefined]);
    expect((await listSendings(read, subjectId)).map(({ isLinked, toldAt }) => [isLinked, toldAt])).toEqual([
      [false, NOON],
      [false, null],
    ]);
    await write((tx) => withdrawLesson(tx, sam, { lessonId: subjectId, reason: 'Wrong.' }, minutesLater(3)));
    expect((await findDueTelling(read, minutesLater(3)))?.lessonId).toBe(subjectId);
    expect(await findOpenHtml(read, subjectId)).toBeUndefined();
  });
});
