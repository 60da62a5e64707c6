import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newId, newToken } from '#server/chance.ts';

const MANY = 5000;
const many = <T>(make: () => T) => Array.from({ length: MANY }, make);

test('keys made later sort later, however quickly they are made, and share no random part', () => {
  const ids = many(newId);
  expect(ids).toEqual([...ids].sort());
  expect(ids.filter((id) => !validate(id) || version(id) !== 7)).toEqual([]);
  expect(new Set(ids.map((id) => id.slice(-12))).size).toBe(MANY);
});

test('no two tokens are alike, nor any half of them, and none is without chance', () => {
  const tokens = many(newToken).map(({ token }) => token);
  const halves = tokens.flatMap((token) => [token.slice(0, 21), token.slice(21)]);
  expect(new Set(halves).size).toBe(2 * MANY);
  expect(tokens.filter((token) => token.length !== 43 || /A{12}/.test(token))).toEqual([]);
});
