import { expect, test } from 'vitest';
import { weighSeating } from '#domain/tables/seating-rules.ts';
import { searchSeating } from '#domain/tables/seating-search-rules.ts';
import { mixTables } from '#domain/tables/table-rules.ts';
import { tableCounts } from '#domain/tables/table-size-rules.ts';
import { dealtByChance, guest, leastCost, planOf, sizesOf, weigh, wishOf } from '#tests/support/tables.ts';

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('every table has four to six people, whenever that can be', () => {
  for (const people of numbers(4, 33).filter((number) => number !== 7)) {
    const wish = wishOf(people, people, { largest: 2 });
    for (const size of sizesOf(wish, mixTables(wish).tables)) expect([4, 5, 6], `${people} people`).toContain(size);
  }
});

test('where it cannot be, as few people as possible sit at a table of the wrong size', () => {
  const tablesOf = (...sizes: number[]) => {
    const wish = { ...wishOf(1, 1), parties: sizes.map((size, at) => guest(`${at}`, { size })) };
    return sizesOf(wish, mixTables(wish).tables).sort();
  };
  expect(tablesOf()).toEqual([]);
  expect(tablesOf(1)).toEqual([1]);
  expect(tablesOf(1, 1, 1)).toEqual([3]);
  expect(tablesOf(1, 1, 1, 1, 1, 1, 1)).toEqual([3, 4]);
  expect(tablesOf(4, 4, 4)).toEqual([4, 4, 4]);
  expect(tablesOf(5, 5, 5, 5)).toEqual([5, 5, 5, 5]);
});

test('nobody is left out and nobody sits twice; a party sits at one table', () => {
  for (const seed of numbers(1, 8)) {
    const wish = wishOf(seed, 37, { largest: 6 });
    const seated = mixTables(wish).tables.flat();
    expect([...seated].sort()).toEqual(wish.parties.map(({ id }) => id).sort());
  }
});

test('those who asked to sit together do, also when one asks for two others', () => {
  const wish = {
    ...wishOf(3, 40),
    together: [
      ['party 0', 'party 9'],
      ['party 9', 'party 4'],
    ] as const,
  };
  const { tables, unmet } = mixTables(wish);
  expect(tables.find((ids) => ids.includes('party 9'))).toEqual(expect.arrayContaining(['party 0', 'party 4']));
  expect(unmet).toEqual([]);
});

test('a wish that would make a table of seven is not met, and is told', () => {
  const parties = [guest('a', { size: 4 }), guest('b', { size: 3 }), guest('c', { size: 2 }), guest('d')];
  const wish = {
    ...wishOf(1, 1),
    parties,
    together: [
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'gone'],
    ] as const,
  };
  const { tables, unmet } = mixTables(wish);
  expect(unmet).toEqual([['a', 'b']]);
  expect(tables.find((ids) => ids.includes('a'))).toContain('c');
});

test('whoever needs it sits at one of the first tables, the ones that are easy to reach', () => {
  for (const seed of numbers(1, 8)) {
    const wish = wishOf(seed, 50);
    const needing = wish.parties.filter(({ needsEasyTable }) => needsEasyTable).map(({ id }) => id);
    const people = wish.parties.reduce((sum, { needsEasyTable, size }) => sum + (needsEasyTable ? size : 0), 0);
    const { tables } = mixTables({ ...wish, easyTables: Math.ceil(people / 4) });
    for (const id of needing) expect(tables.slice(0, Math.ceil(people / 4)).flat()).toContain(id);
  }
});

test('the same wish has the same answer; another seed mixes again', () => {
  const wish = wishOf(5, 60);
  expect(mixTables(wish)).toEqual(mixTables({ ...wish, parties: structuredClone(wish.parties) }));
  expect(mixTables({ ...wish, seed: 6 }).tables).not.toEqual(mixTables(wish).tables);
});

test('people of one unit, of one circle, and people who have met are spread over the tables', () => {
  const units = [
    'Parks',
    'Parks',
    'Parks',
    'Bins',
    'Bins',
    'Bins',
    'Pools',
    'Pools',
    'Pools',
    'Roads',
    'Roads',
    'Roads',
  ];
  const parties = units.map((belongsTo, at) => guest(`${at}`, { belongsTo, circle: at % 2 ? 'staff' : 'public' }));
  const haveMet = (one: string, other: string) => (Math.abs(Number(one) - Number(other)) === 6 ? 4 : 0);
  const { tables } = mixTables({ ...wishOf(1, 1), parties, met: haveMet });
  const together = tables.flatMap((ids) => ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other])));
  expect(together.filter(([one, other]) => units[Number(one)] === units[Number(other)])).toHaveLength(
    tables.length === 2 ? 4 : 0,
  );
  expect(together.filter(([one, other]) => haveMet(one!, other!) > 0)).toEqual([]);
});

test('sixty people are mixed far better than chance would, whatever the seed', () => {
  for (const seed of numbers(1, 6)) {
    const wish = wishOf(seed, 60);
    const mixed = weigh(wish, mixTables(wish).tables);
    const dealt = numbers(1, 50).map((round) => weigh(wish, dealtByChance(wish, round)));
    const mean = dealt.reduce((sum, { familiar }) => sum + familiar, 0) / dealt.length;
    expect(mixed.wrongSize).toBe(0);
    expect(mixed.familiar).toBeLessThan(mean * 0.4);
    expect(mixed.cost).toBeLessThan(Math.min(...dealt.map(({ cost }) => cost)));
  }
});

test('where every way can be tried, the answer is the best there is, or nearly', () => {
  const plans = numbers(1, 30).map((seed) => planOf(wishOf(seed, 8 + (seed % 4), { units: 3, largest: 2 }), 2));
  const found = plans.map((plan, at) => weighSeating(plan, searchSeating(plan, at)).cost);
  const least = plans.map(leastCost);
  expect(found.filter((cost, at) => cost > least[at]! * 1.15)).toEqual([]);
  expect(found.filter((cost, at) => cost === least[at]).length).toBeGreaterThanOrEqual(28);
});

test('the number of tables is the one with nearest to five people each', () => {
  expect(numbers(1, 12).map((people) => tableCounts(people)[0])).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
  expect(tableCounts(60).slice(0, 2)).toEqual([12, 13]);
});
