import { expect, test } from 'vitest';
import { bestOf, likenessOf, type Shared, tellingWords } from '#domain/related/likeness-rules.ts';
import { mentionedPaths } from '#domain/related/mention-rules.ts';

const words = (amount: number, holders = 2): Shared[] =>
  Array.from({ length: amount }, () => ({ kind: 'word', holders }));

test('a tag or a channel counts six words, a unit three, and each the less the more lessons have it', () => {
  expect(likenessOf([{ kind: 'tag', holders: 2 }])).toBe(6000);
  expect(likenessOf([{ kind: 'channel', holders: 4 }])).toBe(3000);
  expect(likenessOf([{ kind: 'unit', holders: 20 }])).toBe(300);
  expect(likenessOf([{ kind: 'unit', holders: 2 }, ...words(3)])).toBe(6000);
  expect(likenessOf([])).toBe(0);
});

test('a long lesson is not like everything: the ten words that say most count', () => {
  expect(likenessOf([...words(200, 50), ...words(10)])).toBe(10_000);
});

test('the words to look for are those said most often, one in the title thrice, without short ones and figures', () => {
  expect(tellingWords('Bins at 2026', 'The bin lorry, the lorry and the lorry; the Bins')).toEqual(['bins', 'lorry']);
  expect(tellingWords('', Array.from({ length: 90 }, (_, n) => `word${n}`).join(' '))).toHaveLength(40);
});

test('the likest of each circle are kept, so that nobody’s list is eaten by what they may not see', () => {
  const staff = Array.from({ length: 9 }, (_, n) => ({ id: `s${n}`, circle: 'staff' as const, likeness: 9000 - n }));
  const best = bestOf([...staff, { id: 'p', circle: 'public', likeness: 3000 }]);
  expect(best.map(({ id }) => id)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5', 'p']);
});

test('links to our own pages are mentions, with our address or without, each page once', () => {
  const html = [
    '<p><a href="/lessons/one#tried">a</a> <a href="https://tea.example/lessons/one?page=2" rel="nofollow">b</a></p>',
    '<p><a href="/meetups/spring/">c</a> <a href="https://tea.example/channels/x">d</a></p>',
    '<a href="https://tea.example.evil.example/lessons/two">e</a> <a href="/people/1">f</a> <a href="/lessons">g</a>',
    '<a href="/lessons/one/revisions">h</a>',
  ];
  expect(mentionedPaths(html, 'https://tea.example')).toEqual(['/lessons/one', '/meetups/spring', '/channels/x']);
  expect(mentionedPaths(html, '')).toEqual(['/lessons/one', '/meetups/spring']);
});
