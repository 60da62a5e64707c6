import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneByOne } from '#server/one-by-one.ts';

test('what takes much memory is done one after another, and one that fails holds up nobody', async () => {
  const inTurn = oneByOne();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} begins`);
    await pause(5);
    seen.push(`${name} ends`);
    if (name === 'second') throw new Error('broken');
    return name;
  };
  const results = await Promise.allSettled(['first', 'second', 'third'].map((name) => inTurn(work(name))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(seen).toEqual(['first', 'second', 'third'].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
