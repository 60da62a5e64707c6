import { expect, test } from 'vitest';
import { foldWords, markWords, queryWords, snippet } from '#domain/search/search-rules.ts';

test('words are compared without case, accents or punctuation', () => {
  expect(foldWords('Café-Crème, STRAßE & l’été 2026!')).toEqual(['cafe', 'creme', 'strasse', 'l', 'ete', '2026']);
});

test('any text is a valid query', () => {
  for (const text of ['"', 'a AND NOT b*', "'; drop table people; --", '(((', '\u0000', '💥', '%_'])
    for (const word of queryWords(text)) expect(word).toMatch(/^[\p{Letter}\p{Number}]+$/u);
  expect(queryWords('💥 " *')).toEqual([]);
});

test('a hit is marked where it stands, accents and all', () => {
  expect(markWords('The Café and cafes', ['cafe'])).toEqual([
    { text: 'The ', isHit: false },
    { text: 'Café', isHit: true },
    { text: ' and ', isHit: false },
    { text: 'cafes', isHit: true },
  ]);
});

test('an e-mail is an email: it is looked for as one word, and marked as a whole', () => {
  for (const text of ['email', 'Emails', 'E-mail', 'e‑mails']) expect(queryWords(text), text).toEqual(['email']);
  expect(queryWords('the-mail e-bike A-level')).toEqual(['the', 'mail', 'ebike', 'a', 'level']);
  const marked = (text: string) => markWords(text, ['email']).flatMap(({ text, isHit }) => (isHit ? [text] : []));
  expect(marked('By e-mail, E-Mails or email, not the-mail or by mail')).toEqual(['e-mail', 'E-Mails', 'email']);
  expect(snippet(`${'before '.repeat(40)}an e-mail`, ['email'])).toMatch(/^… before .* an e-mail$/);
});

test('a snippet starts shortly before the first hit and is cut between words', () => {
  const text = `${'before '.repeat(40)}newsletter ${'after '.repeat(80)}`;
  const cut = snippet(text, ['newsletter']);
  expect(cut).toContain('newsletter');
  expect(cut.length).toBeLessThan(260);
  expect(cut).toMatch(/^… before .* …$/);
});

test('a short text is its own snippet', () => {
  expect(snippet('Ask me about newsletters', ['news'])).toBe('Ask me about newsletters');
});
