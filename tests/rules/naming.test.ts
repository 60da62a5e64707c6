import { expect, test } from 'vitest';
import { chooseNamed, findMentions, type Nameable } from '#domain/comments/naming-rules.ts';

const person = (id: string, name: string, facts: Partial<Nameable> = {}): Nameable => ({
  ...{ id, name, circle: 'staff', showsName: true, place: '' },
  ...facts,
});
const named = (words: string, known: Nameable[], circle: 'public' | 'staff' = 'staff') =>
  chooseNamed(findMentions(words), known, circle);
const ids = (words: string, known: Nameable[]) => {
  const result = named(words, known);
  return result.kind === 'named' ? result.people.map(({ id }) => id) : result.kind;
};

test('the longest name wins, a given name is enough, and addresses are no mentions', () => {
  const known = [person('a', 'Ann'), person('b', 'Ann Marie Hill'), person('c', 'Élodie O’Neill-Roy')];
  expect(ids('Thanks @Ann Marie Hill said it', known)).toEqual(['b']);
  expect(ids('Thanks, @Élodie. And @Élodie O’Neill-Roy!', known)).toEqual(['c']);
  expect(ids('mail ann@Ann.example or https://x.example/@Ann', known)).toEqual([]);
  expect(ids('@Nobody Here', known)).toEqual([]);
});

test('namesakes are told apart by where they work, and never guessed', () => {
  const known = [person('a', 'Sam Green', { place: 'Parks' }), person('b', 'Sam Green', { place: 'Libraries' })];
  expect(named('@Sam Green', known)).toEqual({ kind: 'ambiguous', name: 'Sam Green', places: ['Parks', 'Libraries'] });
  expect(ids('@Sam Green (libraries)', known)).toEqual(['b']);
});

test('somebody who is not named to everyone cannot be mentioned where everyone reads', () => {
  const known = [person('a', 'Sam Green', { showsName: false })];
  expect(named('@Sam Green', known, 'public')).toEqual({ kind: 'private', name: 'Sam Green' });
  expect(ids('@Sam Green', known)).toEqual(['a']);
});

test('ten mentions count and a wall of them takes no time', () => {
  expect(findMentions('@Ann '.repeat(2000))).toHaveLength(10);
  expect(findMentions(`@${'A'.repeat(20_000)} ${"@A-'".repeat(5000)}`).length).toBeLessThanOrEqual(10);
});
