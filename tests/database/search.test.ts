import { expect, test } from 'vitest';
import { type Database, MOST_RANKED } from '#db/database.ts';
import { circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { forgetEntry, type SearchEntry, saveEntries, saveEntry } from '#domain/search/search-commands.ts';
import { searchEverything } from '#domain/search/search-queries.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const entry = (subjectId: string, title: string, body = '', circle: SearchEntry['circle'] = 'public'): SearchEntry => ({
  kind: 'lesson',
  subjectId,
  circle,
  path: `/lessons/${subjectId}`,
  title,
  body,
});
const seenBy = (circle: Viewer['circle']): Viewer => ({ ...STRANGER, circle, circles: circlesSeenBy(circle) });

async function filled(open: () => Promise<Database>, ...entries: SearchEntry[]) {
  const database = await open();
  await database.write(async (tx) => {
    for (const one of entries) await saveEntry(tx, one);
  });
  const titles = async (query: string, viewer = STRANGER) =>
    (await searchEverything(database.read, viewer, query, 1)).results.map(({ title }) => title);
  return { ...database, titles };
}

forEachEngine((open) => {
  test('the beginning of a word finds it, with or without its accent', async () => {
    const { titles } = await filled(open, entry('a', 'Le café du coin'), entry('b', 'Newsletters that work'));
    expect(await titles('cafe')).toEqual(['Le café du coin']);
    expect(await titles('CAFÉ')).toEqual(['Le café du coin']);
    expect(await titles('newsl')).toEqual(['Newsletters that work']);
  });

  test('an e-mail is found as email, emails and e-mail, whatever the text says', async () => {
    const { titles } = await filled(
      open,
      entry('a', 'E-mail newsletter'),
      entry('b', 'What we ask', 'We asked by email'),
      entry('c', 'Every letter by mail', 'Mail for E'),
      entry('d', 'E-bikes'),
    );
    for (const query of ['email', 'emails', 'e-mail', 'E‑mails', 'ema'])
      expect(await titles(query), query).toEqual(['E-mail newsletter', 'What we ask']);
    expect(await titles('email newsletters')).toEqual([]);
    expect(await titles('newsletter email')).toEqual(['E-mail newsletter']);
    expect(await titles('mail')).toEqual(expect.arrayContaining(['E-mail newsletter', 'Every letter by mail']));
    expect(await titles('ebike')).toEqual(['E-bikes']);
  });

  test('every word must be there, and a hit in the title comes first', async () => {
    const { titles } = await filled(
      open,
      entry('a', 'Other', 'about newsletters and trees'),
      entry('b', 'Newsletters', 'and trees'),
      entry('c', 'Trees'),
    );
    expect(await titles('newsletters trees')).toEqual(['Newsletters', 'Other']);
  });

  test('nobody finds or counts what their circle may not see', async () => {
    const { read } = await filled(
      open,
      entry('p', 'Tea for all'),
      entry('r', 'Tea for partners', '', 'partner'),
      entry('s', 'Tea for staff', '', 'staff'),
    );
    const totals = await Promise.all(
      (['public', 'partner', 'staff'] as const).map(
        async (circle) => (await searchEverything(read, seenBy(circle), 'tea', 1)).total,
      ),
    );
    expect(totals).toEqual([1, 2, 3]);
  });

  test('what is changed is found by its new words only, and what is forgotten not at all', async () => {
    const { write, titles } = await filled(open, entry('a', 'Buses'));
    await write((tx) => saveEntry(tx, entry('a', 'Trams')));
    expect(await titles('buses')).toEqual([]);
    expect(await titles('trams')).toEqual(['Trams']);
    await write((tx) => forgetEntry(tx, 'lesson', 'a'));
    expect(await titles('trams')).toEqual([]);
  });

  test('of many hits the newest are ranked, and an old one whose title says it still comes first', async () => {
    const database = await open();
    const others = Array.from({ length: MOST_RANKED + 50 }, (_, n) => entry(`o${n}`, `Other ${n}`, 'tea and cake'));
    const secret = Array.from({ length: 30 }, (_, n) => entry(`s${n}`, `Tea ${n}`, '', 'staff'));
    await database.write(async (tx) => {
      await saveEntries(tx, [entry('old', 'Tea', 'long ago')]);
      await saveEntries(tx, others);
      await saveEntries(tx, secret);
    });
    const first = await searchEverything(database.read, STRANGER, 'tea', 1);
    expect([first.results[0]?.title, first.results.length, first.total]).toEqual(['Tea', 20, MOST_RANKED + 1]);
    const pages = await Promise.all([1, 2, 3].map((page) => searchEverything(database.read, STRANGER, 'tea', page)));
    const paths = pages.flatMap(({ results }) => results.map(({ path }) => path));
    expect(new Set(paths).size).toBe(60);
    expect(paths.some((path) => path.startsWith('/lessons/s'))).toBe(false);
  });

  test('any text is a query that is answered', async () => {
    const { titles } = await filled(open, entry('a', 'C++ and "quotes" OR NOT'));
    for (const query of ['"', 'NOT', 'a OR', '*', 'title_words:x', '(', "'", '\\', ':*', '&|!', '𝕋𝕣𝕒𝕞', '你好'])
      await titles(query);
    expect(await titles('not "quotes')).toEqual(['C++ and "quotes" OR NOT']);
  });
});
