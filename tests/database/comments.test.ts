import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { confirmComment, editComment, forgetComment, withdrawComment } from '#domain/comments/comment-commands.ts';
import { countComments, findComment, listComments } from '#domain/comments/comment-queries.ts';
import { follow } from '#domain/follows/follow-commands.ts';
import { releaseComment } from '#domain/moderation/decision-commands.ts';
import { listHats } from '#domain/people/hat-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { hashToken, newId } from '#server/chance.ts';
import { say, stationery } from '#tests/support/comments.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, addUnit, draft, minutesLater, NOON, publish } from '#tests/support/lessons.ts';

const MO = { name: 'Mo <b>', email: 'mo@home.example' };

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const { read, write } = database;
    const ann = await addPerson(database, 'ann@council.example', { name: 'Ann Author' });
    const sam = await addPerson(database, 'sam@council.example', { name: 'Sam Green' });
    const pat = await addPerson(database, 'pat@trust.example', { name: 'Pat Blue', showsName: true });
    const rosa = await addPerson(database, 'rosa@home.example', { name: 'Rosa Brown' });
    const kit = await addPerson(database, 'kit@council.example', { name: 'Kit Admin', isAdmin: true });
    const lesson = await publish(database, ann);
    const letters = async () => {
      const { outbox } = read.tables;
      const rows = await read.select().from(outbox).orderBy(outbox.recipient);
      await write((tx) => tx.delete(outbox));
      return rows.map(({ recipient, subject, plainText }) => ({ recipient, subject, plainText }));
    };
    const told = async () => (await letters()).map(({ recipient, subject }) => `${recipient}: ${subject}`);
    const linkIn = async () => hashToken(/confirmation\/(\S+)/.exec((await letters())[0]?.plainText ?? '')?.[1] ?? '');
    return { database, read, write, ann, sam, pat, rosa, kit, lesson, letters, told, linkIn };
  }

  test('a member is heard at once, answers stand under what they answer, and names are for those who may know them', async () => {
    const { database, read, ann, sam, pat, lesson, told } = await openRoom();
    const first = await say(database, sam, lesson.id, { words: 'First' });
    const second = await say(database, pat, lesson.id, { words: 'Second' }, minutesLater(1));
    const answer = await say(database, ann, lesson.id, { words: 'Thanks', replyToId: first.id }, minutesLater(2));
    const deeper = await say(database, sam, lesson.id, { words: 'Ever so', replyToId: answer.id }, minutesLater(3));
    const { comments } = await listComments(read, STRANGER, lesson.id);
    expect(comments.map(({ id, replyToId, name }) => [id, replyToId, name])).toEqual([
      [first.id, null, ''],
      [answer.id, first.id, ''],
      [deeper.id, first.id, ''],
      [second.id, null, 'Pat Blue'],
    ]);
    expect((await listComments(read, ann, lesson.id)).comments[0]?.name).toBe('Sam Green');
    expect(await told()).toEqual([
      'ann@council.example: A comment under “One question instead of ten”',
      'ann@council.example: A comment under “One question instead of ten”',
      'ann@council.example: A comment under “One question instead of ten”',
      'sam@council.example: An answer to you under “One question instead of ten”',
    ]);
  });

  test('nothing is said under a draft, in a circle that is not theirs, or in answer to what is gone or elsewhere', async () => {
    const { database, read, write, ann, sam, pat, lesson } = await openRoom();
    const own = await draft(database, ann);
    const inside = await publish(database, ann, { circle: 'staff', words: { title: 'For staff' } });
    expect((await say(database, ann, own.id)).kind).toBe('no-such-thread');
    expect((await say(database, pat, inside.id)).kind).toBe('no-such-thread');
    const there = await say(database, sam, inside.id);
    for (const viewer of [STRANGER, pat]) expect(await findComment(read, viewer, there.id)).toBeUndefined();
    expect((await say(database, pat, lesson.id, { replyToId: there.id })).kind).toBe('no-such-comment');
    const first = await say(database, sam, lesson.id);
    await write((tx) => withdrawComment(tx, { id: first.id, writer: pat }, NOON));
    expect((await findComment(read, STRANGER, first.id))?.isGone).toBe(false);
    await write((tx) => withdrawComment(tx, { id: first.id, writer: sam }, NOON));
    expect(await findComment(read, STRANGER, first.id)).toMatchObject({ isGone: true, html: '', name: '' });
    expect((await say(database, pat, lesson.id, { replyToId: first.id })).kind).toBe('no-such-comment');
  });

  test('a guest confirms by mail, waits for a moderator the first time, and is heard once however often they press', async () => {
    const { database, read, write, ann, kit, lesson, told, linkIn } = await openRoom();
    const said = await say(database, STRANGER, lesson.id, { guest: MO, words: 'We tried this in our street.' });
    expect(said).toMatchObject({ kind: 'said', hold: 'unconfirmed' });
    const hash = await linkIn();
    const confirm = (at = NOON) => write((tx) => confirmComment(tx, hash, stationery, at));
    const outcomes = await Promise.all([confirm(), confirm()]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'confirmed-before']);
    for (const viewer of [STRANGER, ann]) expect(await countComments(read, viewer, lesson.id)).toBe(0);
    await write((tx) =>
      releaseComment(tx, { commentId: said.id, byId: kit.person.id, editedAt: null }, stationery, NOON),
    );
    expect((await listComments(read, STRANGER, lesson.id)).comments[0]).toMatchObject({
      name: 'Mo <b>',
      isGuest: true,
    });
    expect((await told()).filter((line) => line.startsWith('ann'))).toHaveLength(1);
    await say(database, STRANGER, lesson.id, { guest: MO, words: 'And a second thing from us.' }, minutesLater(9));
    const again = await linkIn();
    const second = await write((tx) => confirmComment(tx, again, stationery, minutesLater(9)));
    expect(second).toEqual({ kind: 'confirmed', hold: null });
    expect(await countComments(read, STRANGER, lesson.id)).toBe(2);
  });

  test('what nobody confirmed is forgotten, what somebody confirmed is not', async () => {
    const { database, read, write, lesson, linkIn } = await openRoom();
    const lost = await say(database, STRANGER, lesson.id, { guest: MO });
    await linkIn();
    const kept = await say(database, STRANGER, lesson.id, { guest: MO });
    const hash = await linkIn();
    await write((tx) => confirmComment(tx, hash, stationery, NOON));
    for (const { id } of [lost, kept]) await write((tx) => forgetComment(tx, id));
    const left = await read.select({ id: read.tables.comments.id }).from(read.tables.comments);
    expect(left).toEqual([{ id: kept.id }]);
  });

  test('somebody mends their own words until the fifteenth minute, not at it, and nobody else ever', async () => {
    const { database, read, write, sam, pat, lesson } = await openRoom();
    const { id } = await say(database, sam, lesson.id);
    const edit = (writer: typeof sam, words: string, at: Date) =>
      write((tx) => editComment(tx, { id, writer, words, html: words, rendererVersion: 1 }, stationery, at));
    expect((await edit(pat, 'Not mine', minutesLater(1))).kind).toBe('no-such-comment');
    expect((await edit(sam, 'Better', minutesLater(14.99))).kind).toBe('edited');
    expect((await edit(sam, 'Too late', minutesLater(15))).kind).toBe('too-late');
    const found = await findComment(read, STRANGER, id);
    expect([found?.html, found?.editedAt]).toEqual(['Better', minutesLater(14.99)]);
  });

  test('what is put into words afterwards waits as it would have at first, and nobody lets appear what they have not read', async () => {
    const { database, read, write, rosa, kit, lesson } = await openRoom();
    const { id, ...said } = await say(database, rosa, lesson.id, { words: 'We saw this, too.' });
    expect(said).toMatchObject({ kind: 'said', hold: null });
    const advert = Array.from({ length: 6 }, (_, at) => `Sheds at https://sheds.example/${at}`).join(' ');
    const edit = (words: string, at: Date) =>
      write((tx) => editComment(tx, { id, writer: rosa, words, html: words, rendererVersion: 1 }, stationery, at));
    expect(await edit(advert, minutesLater(1))).toEqual({ kind: 'edited', hold: 'spam' });
    expect((await listComments(read, STRANGER, lesson.id)).comments).toEqual([]);
    await edit(`${advert}!`, minutesLater(2));
    const release = (editedAt: Date | null) =>
      write((tx) => releaseComment(tx, { commentId: id, byId: kit.person.id, editedAt }, stationery, minutesLater(3)));
    for (const read of [null, minutesLater(1)]) expect(await release(read)).toEqual({ kind: 'changed-since' });
    expect(await release(minutesLater(2))).toEqual({ kind: 'appeared' });
    expect((await listComments(read, STRANGER, lesson.id)).comments).toHaveLength(1);
    expect(await edit(advert, minutesLater(4))).toMatchObject({ hold: 'spam' });
    expect((await listComments(read, STRANGER, lesson.id)).comments).toEqual([]);
  });

  test('somebody wears their own hats only, and one they lost says so', async () => {
    const { database, read, write, sam, pat, lesson } = await openRoom();
    const { people } = read.tables;
    const libraries = await write((tx) => addUnit(tx, 'Libraries'));
    await write((tx) => tx.update(people).set({ unitId: libraries }).where(eq(people.id, sam.person.id)));
    expect(await listHats(read, sam.person.id)).toEqual([{ kind: 'unit', id: libraries, name: 'Libraries' }]);
    expect(await listHats(read, pat.person.id)).toEqual([]);
    const hat = `unit:${libraries}`;
    expect((await say(database, pat, lesson.id, { hat })).kind).toBe('forged-hat');
    expect((await say(database, sam, lesson.id, { hat: 'unit:x' })).kind).toBe('forged-hat');
    const { id } = await say(database, sam, lesson.id, { hat });
    const worn = async () => (await findComment(read, STRANGER, id))?.hat;
    expect(await worn()).toEqual({ name: 'Libraries', isWorn: true });
    await write((tx) => tx.update(people).set({ unitId: null }).where(eq(people.id, sam.person.id)));
    expect(await worn()).toEqual({ name: 'Libraries', isWorn: false });
  });

  test('who is named gets one letter if they may read it, namesakes are told apart, and nobody is named against their will', async () => {
    const { database, write, ann, sam, pat, rosa, lesson, letters, told } = await openRoom();
    const inside = await publish(database, ann, { circle: 'staff', words: { title: 'For staff' } });
    await say(database, sam, inside.id, { words: 'Ask @Ann and @Pat Blue, or mail me@Pat.' });
    expect(await told()).toEqual(['ann@council.example: You are mentioned under “For staff”']);
    expect((await say(database, pat, lesson.id, { words: '@Sam Green knows' })).kind).toBe('not-named');
    expect((await say(database, rosa, lesson.id, { words: '@Sam Green knows' })).kind).toBe('said');
    expect((await letters()).map(({ recipient }) => recipient)).toEqual(['ann@council.example']);
    await addPerson(database, 'sam2@council.example', { name: 'Sam Green' });
    expect(await say(database, ann, inside.id, { words: '@Sam Green?' })).toMatchObject({
      kind: 'not-named',
      named: { kind: 'ambiguous' },
    });
    const { id } = await say(database, sam, lesson.id, { words: 'Nobody yet' });
    await letters();
    const said = { id, writer: sam, words: 'It was @Pat Blue', html: '', rendererVersion: 1 };
    await write((tx) => editComment(tx, said, stationery, minutesLater(1)));
    expect(await told()).toEqual(['pat@trust.example: You are mentioned under “One question instead of ten”']);
  });

  test('followers get the words and the way to stop, each of them once, and only in their circle', async () => {
    const { database, write, ann, sam, pat, lesson, letters } = await openRoom();
    const subject = { kind: 'thread' as const, subjectId: lesson.id };
    for (const asker of [pat, sam, ann]) {
      const { id: personId, name, email } = asker.person;
      const wish = { subject, asker, email: email ?? '', name, personId, hears: 'at-once' as const, countsIn: null };
      await write((tx) => follow(tx, wish, stationery, NOON));
    }
    await say(database, sam, lesson.id, { id: newId(), words: 'Look <here>' });
    const sent = await letters();
    expect(sent.map(({ recipient }) => recipient)).toEqual(['ann@council.example', 'pat@trust.example']);
    expect(sent[1]?.plainText).toMatch(/Sam Green says under[\s\S]*Look <here>[\s\S]*\/follows\/[\s\S]*unsubscribe/);
  });
});
