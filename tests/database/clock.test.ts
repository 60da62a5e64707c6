import { expect, test } from 'vitest';
import { useLimit } from '#domain/limits/limit-commands.ts';
import { queueLetter } from '#domain/mail/outbox-commands.ts';
import { listDue } from '#domain/mail/outbox-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const DAY = 24 * 60;

forEachEngine((open) => {
  test('a clock that was a day ahead and is put back locks nobody out', async () => {
    const { write } = await open();
    const limit = { id: 'x', most: 2, minutes: 15 };
    const kinds = [];
    for (const now of [later(DAY), later(DAY), later(DAY), NOON])
      kinds.push((await write((tx) => useLimit(tx, limit, now))).kind);
    expect(kinds).toEqual(['within', 'within', 'over', 'within']);
  });

  test('a letter queued by a clock that was a day ahead goes out all the same', async () => {
    const { read, write } = await open();
    const letter = { to: 'a@b.example', subject: 'Hello', paragraphs: ['Hello.'] };
    await write((tx) => queueLetter(tx, 'one', letter, later(DAY)));
    expect((await listDue(read, NOON, 10)).map(({ id }) => id)).toEqual(['one']);
  });

  test('a letter that is put off waits for its time', async () => {
    const { read, write } = await open();
    await write((tx) =>
      queueLetter(tx, 'one', { to: 'a@b.example', subject: 'Hello', paragraphs: ['Hi.'] }, later(30)),
    );
    expect(await listDue(read, NOON, 10)).toEqual([]);
    expect(await listDue(read, later(31), 10)).toHaveLength(1);
  });
});
