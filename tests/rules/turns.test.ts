import { expect, test } from 'vitest';
import { oncePerTurn } from '#db/once-per-turn.ts';
import { fewPerTurn } from '#server/http/turn.ts';

const nextTurn = () => new Promise((resume) => setImmediate(resume));

test('a few pieces of work begin in each turn of the event loop, in order', async () => {
  const mayBegin = fewPerTurn(2);
  const begun: number[] = [];
  const work = async (number: number) => {
    await mayBegin();
    begun.push(number);
  };
  const all = Promise.all([1, 2, 3, 4, 5].map(work));
  await Promise.resolve();
  expect(begun).toEqual([1, 2]);
  await nextTurn();
  expect(begun).toEqual([1, 2, 3, 4]);
  await all;
  expect(begun).toEqual([1, 2, 3, 4, 5]);
  await nextTurn();
  await nextTurn();
  void work(6);
  await Promise.resolve();
  expect(begun.at(-1)).toBe(6);
});

test('those who ask in the same turn get one answer, those who come later a new one', async () => {
  let asked = 0;
  const ask = oncePerTurn(() => ++asked);
  expect([ask(), ask()]).toEqual([1, 1]);
  await Promise.resolve();
  expect(ask()).toBe(1);
  await nextTurn();
  expect([ask(), ask()]).toEqual([2, 2]);
});
