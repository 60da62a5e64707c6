import { expect, test } from 'vitest';
import { findSlugOfLesson } from '#domain/lessons/lesson-number-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { addPerson, draft, publish, seenBy } from '#tests/support/lessons.ts';

forEachEngine((open) => {
  test('each published lesson has a short number that leads to it, for whoever may see it', async () => {
    const database = await open();
    const sam = await addPerson(database, 'sam@council.example');
    await draft(database, sam);
    const first = await publish(database, sam, { words: { title: 'First' } });
    await publish(database, sam, { words: { title: 'Second' }, circle: 'staff' });
    const find = (typed: string, circle: 'public' | 'staff') => findSlugOfLesson(database.read, seenBy(circle), typed);
    expect([await find('1', 'public'), await find('2', 'public'), await find('2', 'staff')]).toEqual([
      first.slug,
      undefined,
      'second',
    ]);
    for (const typed of ['0', '3', '-1', 'x', '1e9', '99999999999']) expect(await find(typed, 'staff')).toBeUndefined();
  });
});
