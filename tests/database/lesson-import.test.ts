import { expect, test } from 'vitest';
import { importLessons } from '#domain/lessons/lesson-import-commands.ts';
import { findOriginal, listImportedKeys } from '#domain/lessons/lesson-origin-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, lessonWish, NOON } from '#tests/support/lessons.ts';

const LONG_AGO = new Date('2015-03-17T18:00:00Z');
const post: OutsidePost = {
  ...{ key: 'a.md', title: 'From afar', text: 'Words', original: '---\ntitle: From afar\n---\nWords' },
  ...{ publishedAt: LONG_AGO, isDraft: false, authors: ['Mo Ali'], tags: [], url: 'https://blog.example/a' },
  ...{ pictures: [], remarks: ['1 picture became words or a link.'] },
};
const draft: OutsidePost = { ...post, key: 'b.md', title: 'Not yet', isDraft: true };

forEachEngine((open) => {
  async function openRoom() {
    const database = await open();
    const sam = await addPerson(database, 'sam@council.example');
    const take = (...posts: OutsidePost[]) => {
      const lessons = posts.map((one) => ({
        post: one,
        wish: lessonWish(sam, { words: { title: one.title } }),
        pictures: [],
      }));
      return database.write((tx) => importLessons(tx, sam, { lessons, siteName: 'Their blog' }, NOON));
    };
    return { ...database, sam, take };
  }

  test('imported lessons keep their date, credit and original; the same again changes nothing', async () => {
    const { read, take } = await openRoom();
    expect([await take(post), await take(post), await take(post, { ...post, key: 'c.md' })]).toEqual([1, 0, 1]);
    const lesson = await findLesson(read, STRANGER, 'from-afar');
    expect(lesson).toMatchObject({
      publishedAt: LONG_AGO,
      origin: { name: 'Their blog', url: 'https://blog.example/a', importedAt: NOON },
    });
    expect(await findOriginal(read, lesson?.id ?? '')).toMatchObject({
      original: post.original,
      remarks: post.remarks,
    });
    expect(await listImportedKeys(read)).toEqual(new Set(['a.md', 'c.md']));
  });

  test('no imported lesson is of a day to come', async () => {
    const { read, take } = await openRoom();
    await take({ ...post, publishedAt: new Date(NOON.getTime() + 3_600_000) });
    expect((await findLesson(read, STRANGER, 'from-afar'))?.publishedAt).toEqual(NOON);
  });

  test('a draft stays a draft of whoever imported it', async () => {
    const { read, sam, take } = await openRoom();
    await take(draft);
    expect(await findLesson(read, STRANGER, 'not-yet')).toBeUndefined();
    expect((await findLesson(read, sam, 'not-yet'))?.publishedAt).toBeNull();
  });

  test('an import that breaks leaves nothing', async () => {
    const { read, take } = await openRoom();
    const broken = { ...post, key: 'd.md', original: undefined as unknown as string, remarks: null as never };
    await expect(take(post, broken)).rejects.toThrow();
    expect(await findLesson(read, STRANGER, 'from-afar')).toBeUndefined();
  });
});
