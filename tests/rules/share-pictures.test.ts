import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawShare } from '#server/share-pictures/drawing.ts';
import { openLettering } from '#server/share-pictures/lettering.ts';
import { drawingName } from '#server/share-pictures/share-address.ts';

const lettering = openLettering();
const drawing = { kind: 'Lesson', title: 'Thank first', line: 'It worked', siteName: 'Sandford Council' };
const draw = (words: Partial<typeof drawing>) => drawShare({ ...drawing, ...words }, lettering);

test('words become shapes, so that no font of the machine is asked for', async () => {
  const svg = draw({});
  expect(svg).not.toMatch(/<text|font|href|Thank|Sandford/);
  expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ width: 1200, height: 630 });
});

test('what no letter of ours can write gives way to our name and mark, and emoji are left out', () => {
  const named = draw({ title: 'Sandford Council', line: '', siteName: '市役所' });
  for (const title of ['تعلمنا أن نسأل', '图书馆', 'Θεσσαλονίκη', 'a\u{10ffff}', '🎉', ''])
    expect(draw({ title, siteName: 'Sandford Council' }).length, title).toBe(named.length);
  expect(draw({ title: '图书馆', siteName: '市役所' })).not.toContain('translate(120');
  expect(draw({ title: '🎉 Thank 👩‍👩‍👧 first 🇬🇧' })).toBe(draw({}));
  expect(draw({ title: 'Z\u030cis\u030ckov' })).toBe(draw({ title: 'Žiškov' }));
  expect(lettering.writable('Łódź, Việt Nam, “£1,000”')).toBe('Łódź, Việt Nam, “£1,000”');
});

test('however long the words are, they stay on the card', async () => {
  for (const title of [
    'word '.repeat(60),
    'W'.repeat(300),
    'Donaudampfschifffahrts'.repeat(9),
    '\ud800<svg onload="x">&',
  ])
    for (const words of [{ title }, { siteName: title }, { line: title }]) {
      const { data } = await sharp(Buffer.from(draw(words)))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const paper = [1165, 1190].map((x) => [...data.subarray((400 * 1200 + x) * 4, (400 * 1200 + x) * 4 + 3)]);
      expect(paper, title).toEqual([
        [0xf6, 0xef, 0xe2],
        [0xf6, 0xef, 0xe2],
      ]);
    }
});

test('a drawing is called by all that is drawn', () => {
  const names = [drawing, { ...drawing, title: 'x' }, { ...drawing, line: 'x' }, { ...drawing, siteName: 'x' }].map(
    drawingName,
  );
  expect(new Set(names).size).toBe(4);
  expect(drawingName({ ...drawing })).toBe(names[0]);
});
