import { expect, test } from 'vitest';
import { markSent, queueLetter, queueLetters } from '#domain/mail/outbox-commands.ts';
import { listDue } from '#domain/mail/outbox-queries.ts';
import { newToken } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2026-06-01T12:05:00Z');
const letter = { to: 'a@b.example', subject: 'Hello', paragraphs: ['Hello.'] };
const OFFICE = { newToken, siteUrl: 'https://teacake.example' };

forEachEngine((open) => {
  test('an answer does not wait behind news for many', async () => {
    const { read, write } = await open();
    const news = ['one', 'two', 'three'].map((id) => ({ id, letter: { ...letter, kind: 'digest' as const } }));
    await write((tx) => queueLetters(tx, news, OFFICE, NOON));
    await write((tx) => queueLetter(tx, 'answer', letter, LATER));
    const due = async (most: number) => (await listDue(read, LATER, most)).map(({ id }) => id);
    expect(await due(1)).toEqual(['answer']);
    expect(await due(4)).toEqual(['answer', 'one', 'two', 'three']);
    await write((tx) => markSent(tx, ['answer', 'two'], LATER));
    expect(await due(4)).toEqual(['one', 'three']);
  });
});
