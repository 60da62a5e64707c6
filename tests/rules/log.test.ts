import { expect, test } from 'vitest';
import { errorFacts } from '#server/log.ts';

test('a line about an error says its cause, and nothing that was typed into a query', () => {
  const cause = new Error('database or disk is full');
  const wrapped = new Error('Failed query: insert … params: rosa@home.example', { cause });
  expect(errorFacts(wrapped)).toEqual({ error: 'database or disk is full', stack: cause.stack });
  expect(JSON.stringify(errorFacts(wrapped))).not.toContain('rosa@home.example');
});
