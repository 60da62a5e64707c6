import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { openFolder } from '#server/pictures/picture-store.ts';
import { openPictures } from '#server/pictures/pictures.ts';

/** Somewhere to keep pictures for one test file, and a look at what lies there. */
export function openPictureFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-pictures-'));
  const pictures = openPictures(openFolder(folder));
  afterAll(async () => {
    await pictures.close();
    rmSync(folder, { recursive: true });
  });
  const listFiles = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
  return { pictures, listFiles };
}

/** A picture of one colour, its left half of another. */
export const paint = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#cc0000' } },
      left: 0,
      top: 0,
    },
  ]);
