import { expect, test } from 'vitest';
import { composeLetter } from '#domain/mail/letter-rules.ts';
import { forgetOldLetters, markFailed, markSent, queueLetter, queueLetters } from '#domain/mail/outbox-commands.ts';
import { listDue } from '#domain/mail/outbox-queries.ts';
import { newToken } from '#server/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const NOON = new Date('2026-06-01T12:00:00Z');
const LATER = new Date('2026-06-01T12:05:00Z');
const daysAfter = (days: number) => new Date(NOON.getTime() + days * 86_400_000);
const letter = { to: 'a@b.example', subject: 'Hello', paragraphs: ['Hello.'] };
const OFFICE = { newToken, siteUrl: 'https://teacake.example' };

test('a letter greets by name, and says a plain hello to whoever has not told theirs', () => {
  const beginning = (name?: string) => composeLetter({ ...letter, name }).plainText.split('\n')[0];
  expect([beginning('Ann'), beginning(''), beginning()]).toEqual(['Hello Ann,', 'Hello,', 'Hello,']);
});

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

  test('a letter is forgotten a day after it went, one that was given up after two weeks, one that waits never', async () => {
    const { read, write } = await open();
    await write(async (tx) => {
      for (const id of ['sent', 'given up', 'waiting']) await queueLetter(tx, id, letter, NOON);
      await markSent(tx, ['sent'], NOON);
      await markFailed(tx, { id: 'given up', queuedAt: daysAfter(-2) }, 'no such mailbox', NOON);
    });
    const left = async (days: number) => {
      expect(await write((tx) => forgetOldLetters(tx, daysAfter(days)))).toBe(false);
      return (await read.select().from(read.tables.outbox)).map(({ id }) => id).sort();
    };
    expect(await left(0.9)).toEqual(['given up', 'sent', 'waiting']);
    expect(await left(1)).toEqual(['given up', 'waiting']);
    expect(await left(14)).toEqual(['waiting']);
  });

  test('when many are to be forgotten, some go at a time', async () => {
    const { write } = await open();
    const ids = Array.from({ length: 301 }, (_, at) => `letter ${at}`);
    await write((tx) =>
      queueLetters(
        tx,
        ids.map((id) => ({ id, letter })),
        OFFICE,
        NOON,
      ),
    );
    await write((tx) => markSent(tx, ids, NOON));
    const forget = () => write((tx) => forgetOldLetters(tx, daysAfter(1)));
    expect([await forget(), await forget(), await forget()]).toEqual([true, false, false]);
  });
});
