import { expect, test } from 'vitest';
import { layColumns } from '#components/widening/columns.ts';
import { type ArrivalSum, compareHalves, type HeldDate, missingUnits, widen } from '#domain/widening/widening-rules.ts';

const date = (id: string, counted: HeldDate['counted'] = null): HeldDate => ({
  ...{ id, slug: id, title: id, startsLocal: '2026-01-21T10:00', counted },
});
const came = (meetupId: string, unitId: string | null, facts: Partial<ArrivalSum> = {}): ArrivalSum => ({
  ...{ meetupId, unitId, circle: 'staff', isFirstTime: false, people: 1, ...facts },
});

test('a pair of units counts as new at the first date on which both are there, and never again', () => {
  const arrivals = [
    ...['bins', 'tax'].map((unit) => came('one', unit)),
    ...['bins', 'tax', 'parks'].map((unit) => came('two', unit)),
    ...['parks', 'bins'].map((unit) => came('three', unit)),
  ];
  const dates = widen([date('one'), date('two'), date('three')], arrivals);
  expect(dates.map(({ units }) => units)).toEqual([2, 3, 2]);
  expect(dates.map(({ newPairs }) => newPairs)).toEqual([1, 2, 0]);
});

test('people count by party, and many of one unit are one unit', () => {
  const arrivals = [
    came('one', 'bins'),
    came('one', 'bins', { people: 2 }),
    came('one', null, { circle: 'public', people: 3, isFirstTime: true }),
    came('one', null, { circle: 'partner' }),
  ];
  expect(widen([date('one')], arrivals)).toMatchObject([
    { heads: { staff: 3, partners: 1, public: 3 }, firstTimers: 3, units: 1, newPairs: 0 },
  ]);
});

test('without a door only what the hosts counted is known, and what they counted goes before the door', () => {
  const counted = { staff: 9, partners: 2, public: 4 };
  const [alone, mended, unknown] = widen(
    [date('one', counted), date('two', counted), date('three')],
    [came('two', 'bins')],
  );
  expect(alone).toMatchObject({ heads: counted, firstTimers: null, units: null, newPairs: null });
  expect(mended).toMatchObject({ heads: counted, units: 1 });
  expect(unknown).toMatchObject({ heads: null });
});

test('the first half of the dates is compared with the second, once there are enough', () => {
  const counts = [
    { staff: 10, partners: 0, public: 0 },
    { staff: 8, partners: 1, public: 1 },
    { staff: 5, partners: 2, public: 3 },
    { staff: 5, partners: 3, public: 2 },
  ];
  const dates = widen(
    counts.map((counted, at) => date(`${at}`, counted)),
    [],
  );
  expect(compareHalves(dates)).toEqual({ before: 10, since: 50, dates: 2 });
  expect(compareHalves(dates.slice(1))).toBeUndefined();
});

test('a unit of so few people that it would be a person is never named', () => {
  const units = [
    { id: 'bins', name: 'Bins', people: 12 },
    { id: 'one', name: 'A unit of one', people: 1 },
    { id: 'tax', name: 'Council tax', people: 5 },
  ];
  expect(missingUnits(units, [came('x', 'bins')])).toEqual(['Council tax']);
});

test('nothing in the picture stands outside it, however many dates there are', () => {
  for (const many of [0, 1, 7, 40]) {
    const held = Array.from({ length: many }, (_, at) => date(`${at}`, { staff: at, partners: 1, public: 60 }));
    const { width, height, bars, numbers, days } = layColumns(widen(held, []), 9, {
      name: 'x',
      width: 340,
      textSize: 13,
      most: 8,
    });
    const inside = [...numbers, ...days].every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
    expect(inside && bars.every((bar) => bar.x >= 0 && bar.x + bar.width <= width && bar.y >= 0)).toBe(true);
    expect(bars.length).toBeLessThanOrEqual(8 * 3);
  }
});
