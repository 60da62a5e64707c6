import { expect, test } from 'vitest';
import { answerInvitation, invite, takeInvitationBack } from '#domain/drafts/invitation-commands.ts';
import { discardDraft, publishLesson, saveDraft, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { type Member, STRANGER } from '#domain/people/viewer.ts';
import { addLessonPicture } from '#domain/pictures/lesson-picture-commands.ts';
import { addPicture, removePictures } from '#domain/pictures/picture-commands.ts';
import { findPicture, listKeptHashes, listPictures } from '#domain/pictures/picture-queries.ts';
import { listUnusedPictures } from '#domain/pictures/unused-picture-queries.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, lessonWish } from '#tests/support/lessons.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const stranger = STRANGER;
const [partner, staff] = [viewerIn('partner'), viewerIn('staff')];
const keeper = viewerIn('staff', 'kit', { isKeeper: true });

const NOW = new Date('2026-03-01T10:00:00Z');
const STATIONERY = stationeryOf({ siteName: 'Teacake', siteUrl: 'https://teacake.example' });
const HASH = 'ab'.repeat(32);
const picture = { hash: HASH, width: 600, height: 400, alt: 'A letter', addedById: null, now: NOW };

forEachEngine((open) => {
  test('each audience sees its pictures and the wider ones, and whoever sent one sees it too', async () => {
    const { read, write } = await open();
    const viewers = [stranger, partner, staff, keeper];
    const seen = { public: [true, true, true, true], partner: [false, true, true, true] };
    const narrow = { staff: [false, false, true, true], keepers: [false, false, false, true] };
    for (const [seenBy, expected] of Object.entries({ ...seen, ...narrow })) {
      const subject = { kind: 'look-alike', id: seenBy } as const;
      const hash = seenBy.padEnd(64, '0');
      await write((tx) => addPicture(tx, { ...picture, id: newId(), hash, subject, seenBy: seenBy as 'staff' }));
      const found = await Promise.all(viewers.map((viewer) => findPicture(read, viewer, hash)));
      const listed = await Promise.all(viewers.map((viewer) => listPictures(read, viewer, subject)));
      expect(found.map(Boolean), seenBy).toEqual(expected);
      expect(found.some((one) => one?.isPublic)).toBe(seenBy === 'public');
      expect(listed.map(({ length }) => length === 1)).toEqual(expected);
    }
    const domains = { staffDomains: [], partnerDomains: [] };
    const rosa = await write((tx) => ensurePerson(tx, { id: newId(), email: 'rosa@home.example', domains, now: NOW }));
    const subject = { kind: 'look-alike', id: 'hers' } as const;
    await write((tx) => addPicture(tx, { ...picture, id: newId(), subject, seenBy: 'keepers', addedById: rosa.id }));
    const person = { id: rosa.id, name: 'Rosa', email: 'rosa@home.example', unitId: null };
    expect(await findPicture(read, { ...stranger, person }, HASH)).toEqual({ isPublic: false });
    expect(await findPicture(read, stranger, HASH)).toBe(undefined);
  });

  test('a picture that belongs to two records is seen as the more open one says, and goes with the last', async () => {
    const { read, write } = await open();
    const [hidden, shown] = [newId(), newId()];
    await write(async (tx) => {
      await addPicture(tx, { ...picture, id: hidden, subject: { kind: 'look-alike', id: 'a' }, seenBy: 'keepers' });
      await addPicture(tx, { ...picture, id: shown, subject: { kind: 'look-alike', id: 'b' }, seenBy: 'public' });
    });
    expect(await findPicture(read, stranger, HASH)).toEqual({ isPublic: true });
    await write((tx) => removePictures(tx, [shown]));
    expect(await listKeptHashes(read, [HASH, 'cd'.repeat(32)])).toEqual([HASH]);
    expect(await findPicture(read, stranger, HASH)).toBe(undefined);
    expect(await findPicture(read, keeper, HASH)).toEqual({ isPublic: false });
  });

  test('a picture of a lesson is seen by those who may read the lesson, and gone with it', async () => {
    const database = await open();
    const { read, write } = database;
    const sam = await addPerson(database, 'sam@council.example');
    const [kim, ada] = [
      await addPerson(database, 'kim@council.example'),
      await addPerson(database, 'ada@council.example', { isAdmin: true }),
    ];
    const pat = await addPerson(database, 'pat@trust.example');
    const wish = lessonWish(sam, { circle: 'partner' });
    const { addedById: _, ...rest } = picture;
    const add = (editor: Member, id = newId()) =>
      write((tx) => addLessonPicture(tx, editor, { ...rest, id, lessonId: wish.lessonId }));
    const whoSees = async () => {
      const viewers = { stranger, pat, kim, sam, ada };
      const all = Object.entries(viewers).map(async ([name, viewer]) => {
        const listed = await listPictures(read, viewer, { kind: 'lesson', id: wish.lessonId });
        const found = await findPicture(read, viewer, HASH);
        expect([listed.length > 0, found?.isPublic ?? false], name).toEqual([found !== undefined, false]);
        return found ? [name] : [];
      });
      return (await Promise.all(all)).flat();
    };
    expect(await add(sam)).toEqual({ kind: 'added' });
    expect(await whoSees()).toEqual(['sam']);
    await write((tx) => saveDraft(tx, sam, wish, NOW));
    expect(await whoSees()).toEqual(['sam', 'ada']);
    expect(await add(kim)).toEqual({ kind: 'no-such-lesson' });
    const asked = { id: newId(), lessonId: wish.lessonId, email: 'kim@council.example', wanted: 'read' as const };
    const domains = { staffDomains: ['council.example'], partnerDomains: [] };
    await write((tx) => invite(tx, sam, { ...asked, domains }, STATIONERY, NOW));
    expect(await whoSees()).toEqual(['sam', 'ada']);
    await write((tx) =>
      answerInvitation(tx, kim, { invitationId: asked.id, answer: 'yes', hat: null }, STATIONERY, NOW),
    );
    expect(await whoSees()).toEqual(['kim', 'sam', 'ada']);
    await write((tx) => takeInvitationBack(tx, sam, asked.id));
    expect(await whoSees()).toEqual(['sam', 'ada']);
    await write((tx) => publishLesson(tx, sam, { ...wish, basedOn: 1 }, NOW));
    expect(await whoSees()).toEqual(['pat', 'kim', 'sam', 'ada']);
    await write((tx) => publishLesson(tx, sam, { ...wish, basedOn: 1, circle: 'staff' }, NOW));
    expect(await whoSees()).toEqual(['kim', 'sam', 'ada']);
    await write((tx) => withdrawLesson(tx, sam, { lessonId: wish.lessonId, reason: 'Wrong' }, NOW));
    expect(await whoSees()).toEqual([]);
    expect(await add(sam)).toEqual({ kind: 'withdrawn-already' });
    expect(await listKeptHashes(read, [HASH])).toEqual([]);
  });

  test('pictures that no text of their lesson ever showed are found after a while, and no others', async () => {
    const database = await open();
    const { read, write } = database;
    const sam = await addPerson(database, 'sam@council.example');
    const [shown, once, never, lost, young] = [newId(), newId(), newId(), newId(), newId()] as const;
    const wish = lessonWish(sam, { words: { happened: `![a](picture:${shown}) ![b](picture:${once})` } });
    const { addedById: _, ...rest } = picture;
    await write(async (tx) => {
      await saveDraft(tx, sam, wish, NOW);
      await saveDraft(tx, sam, { ...wish, basedOn: 1, words: { ...wish.words, happened: `picture:${shown}` } }, NOW);
      for (const id of [shown, once, never]) await addLessonPicture(tx, sam, { ...rest, id, lessonId: wish.lessonId });
      await addLessonPicture(tx, sam, { ...rest, id: lost, lessonId: newId() });
      const later = new Date(NOW.getTime() + 86_400_000);
      await addLessonPicture(tx, sam, { ...rest, id: young, lessonId: wish.lessonId, now: later });
      await addPicture(tx, { ...picture, id: newId(), subject: { kind: 'look-alike', id: 'c' }, seenBy: 'keepers' });
    });
    const unused = await listUnusedPictures(read, new Date(NOW.getTime() + 1), 10);
    expect(unused.sort()).toEqual([never, lost].sort());
    await write((tx) => discardDraft(tx, sam, wish.lessonId));
    expect(await listPictures(read, sam, { kind: 'lesson', id: wish.lessonId })).toEqual([]);
  });

  test('a lesson has fifty pictures at most, and one that is sent twice is one', async () => {
    const database = await open();
    const sam = await addPerson(database, 'sam@council.example');
    const { addedById: _, ...rest } = picture;
    const [lessonId, first] = [newId(), newId()];
    const kinds = await database.write(async (tx) => {
      const add = (id: string) => addLessonPicture(tx, sam, { ...rest, id, lessonId });
      const sent = [first, ...Array.from({ length: 49 }, newId)];
      const added = [await add(first)];
      for (const id of sent) added.push(await add(id));
      return [...added, await add(newId())].map(({ kind }) => kind);
    });
    expect(kinds.slice(0, 51).every((kind) => kind === 'added')).toBe(true);
    expect(kinds.at(-1)).toBe('too-many');
  });
});
