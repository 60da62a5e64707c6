import { createHash } from 'node:crypto';
import sharp from 'sharp';
import {
  keptSize,
  kindOf,
  MOST_PIXELS,
  PICTURE_TYPES,
  type PictureRefusal,
  type PictureType,
  widthsOf,
} from '#domain/pictures/picture-rules.ts';

/** What a picture became. Nothing of the file that was sent is in it but what can be seen. */
export interface MadePicture {
  kind: 'made';
  hash: string;
  width: number;
  height: number;
  files: { width: number; type: PictureType; bytes: Uint8Array }[];
}
export type Made = MadePicture | { kind: 'refused'; why: PictureRefusal };

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((loader) => `VipsForeignLoad${loader}`) });

process.once('message', async (bytes: Uint8Array) => {
  const made = await make(bytes).catch((): Made => ({ kind: 'refused', why: 'broken' }));
  process.send?.(made, () => process.disconnect());
});

async function make(bytes: Uint8Array): Promise<Made> {
  const input = { limitInputPixels: MOST_PIXELS, failOn: 'warning' } as const;
  const { format, mediaType, width, height, autoOrient } = await sharp(bytes, {
    ...input,
    limitInputPixels: false,
  }).metadata();
  if (format !== kindOf(bytes) && mediaType !== `image/${kindOf(bytes)}`) return { kind: 'refused', why: 'no-picture' };
  if (width * height > MOST_PIXELS) return { kind: 'refused', why: 'too-many-pixels' };
  const size = keptSize(autoOrient.width, autoOrient.height);
  const lain = autoOrient.width === width ? size : { width: size.height, height: size.width };
  // Turning a picture takes all of it in memory: it is made small first, lying as it came, and turned then.
  const small = await sharp(bytes, input)
    .resize({ ...lain, fit: 'fill' })
    .toColourspace('srgb')
    .keepExif()
    .png({ compressionLevel: 1 })
    .toBuffer();
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'made', hash, ...size, files: await encode(small, size.width) };
}

/** One after another: side by side they would take the memory of all of them. */
async function encode(small: Uint8Array, widest: number): Promise<MadePicture['files']> {
  const files: MadePicture['files'] = [];
  for (const width of widthsOf(widest))
    for (const type of PICTURE_TYPES) {
      const picture = sharp(small).autoOrient().resize({ width });
      const encoded = type === 'avif' ? picture.avif({ quality: 55, effort: 2 }) : picture.webp({ quality: 78 });
      files.push({ width, type, bytes: await encoded.toBuffer() });
    }
  return files;
}
