import { expect, test } from 'vitest';
import { placeLabel } from '#components/treemap/label.ts';
import { drawUnits } from '#components/treemap/picture.ts';
import { layTiles, type UnitCounts } from '#components/treemap/tiles.ts';

const unit = (name: string, counts: Partial<UnitCounts> = {}): UnitCounts => ({
  name,
  href: `/channels?unit=${name}`,
  fine: 0,
  'due-soon': 0,
  overdue: 0,
  never: 0,
  ...counts,
});
const drawing = { width: 1000, height: 500, textSize: 15, mostTiles: 40 };
const area = ({ width, height }: { width: number; height: number }) => width * height;

test('tiles are as large as their number of channels, and bands as large as their share', () => {
  const [large, small] = layTiles([unit('b', { fine: 10 }), unit('a', { fine: 15, overdue: 15 })], drawing);
  expect([large?.name, small?.name]).toEqual(['a', 'b']);
  expect(area(large!) / area(small!)).toBeCloseTo(3, 1);
  expect(large!.bands.map(({ state }) => state)).toEqual(['fine', 'overdue']);
  expect(area(large!.bands[0]!) / area(large!)).toBeCloseTo(0.5, 1);
});

test('units without channels are left out, and the smallest of many share one tile that leads to the list of units', () => {
  const units = Array.from({ length: 100 }, (_, n) => unit(`u${n}`, { fine: 100 - n }));
  const tiles = layTiles([...units, unit('none')], { ...drawing, mostTiles: 10 });
  expect(tiles).toHaveLength(10);
  const shared = tiles.find(({ href }) => href === '/units');
  expect(shared).toMatchObject({ name: '91 smaller units', total: 4186 });
});

test('a label stays on its tile, loses its numbers before its name, and gives way when a name would be a stump', () => {
  const words = { name: 'Parks and open spaces', total: 12, toCheck: 3 };
  const label = (width: number, height: number) => placeLabel(words, { x: 0, y: 0, width, height }, 15);
  expect(label(400, 100)?.lines.map(({ text }) => text)).toEqual(['Parks and open spaces', '12, 3 to check']);
  expect(label(150, 64)?.lines.map(({ text }) => text)).toEqual(['Parks and', 'open spaces']);
  expect(label(40, 100)).toBeUndefined();
  expect(label(400, 20)).toBeUndefined();
  for (const [width, height] of [
    [400, 100],
    [120, 70],
    [90, 90],
    [200, 45],
  ] as const) {
    const placed = label(width, height);
    expect(placed === undefined || (placed.x + placed.width <= width && placed.y + placed.height <= height)).toBe(true);
  }
});

test('names are text in the picture, whatever they contain', () => {
  const picture = drawUnits([unit('<script>"&', { fine: 1 })]);
  expect(picture).not.toContain('<script');
  expect(picture).toContain('&lt;script&gt;&quot;&amp;: 1 channel, 1 checked');
});

test('the table names the largest units and counts the others in one row, so that nothing is missing', () => {
  const picture = drawUnits(Array.from({ length: 300 }, (_, n) => unit(`u${n}`, { fine: 300 - n, overdue: 1 })));
  const table = picture.slice(picture.indexOf('<tbody>'));
  expect(table.split('<tr>')).toHaveLength(62);
  expect(table).toContain('<a href="/units">240 smaller units</a></th><td>29160</td><td>28920</td>');
});
