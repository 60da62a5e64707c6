import { expect, test } from 'vitest';
import { keepUntilWritten } from '#server/kept.ts';
import { openTestSite } from '#tests/support/site.ts';

const { site } = await openTestSite();
const { units } = site.read.tables;

/** Counts how often the database was really asked, as a query that runs each time it is awaited. */
function countingQuery() {
  let asked = 0;
  const findOut = () => ({
    // biome-ignore lint/suspicious/noThenProperty: drizzle's queries are such objects
    then: (resolve: (units: number) => unknown) => {
      asked++;
      return site.read.$count(units).then(resolve);
    },
  });
  return { findOut: findOut as () => PromiseLike<number>, asked: () => asked };
}

test('a sum is found out once, until something it counts is written', async () => {
  const { findOut, asked } = countingQuery();
  const sums = await Promise.all([keepUntilWritten('a', findOut), keepUntilWritten('a', findOut)]);
  expect([...sums, await keepUntilWritten('a', findOut)]).toEqual([0, 0, 0]);
  expect(asked()).toBe(1);
  await site.write((tx) => tx.delete(site.read.tables.sessions));
  expect(await keepUntilWritten('a', findOut)).toBe(0);
  expect(asked()).toBe(1);
  await site.write((tx) => tx.insert(units).values({ id: 'u', slug: 'u', name: 'U', aliases: [] }));
  const anew = await Promise.all([keepUntilWritten('a', findOut), keepUntilWritten('a', findOut)]);
  expect([...anew, asked()]).toEqual([1, 1, 2]);
});

test('what could not be found out is tried again', async () => {
  await expect(keepUntilWritten('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await keepUntilWritten('b', async () => 3)).toBe(3);
});
