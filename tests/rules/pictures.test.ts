import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileName, kindOf, readFileName, sourcesOf, widthsOf } from '#domain/pictures/picture-rules.ts';
import { openPictureFolder, paint } from '#tests/support/pictures.ts';

const { pictures, listFiles } = openPictureFolder();

/** What a picture became, as pixels and as what else is in its files. */
async function take(bytes: Uint8Array) {
  const taken = await pictures.take(bytes);
  if (taken.kind === 'refused') throw new Error(taken.sentence);
  const files = await Promise.all(
    (['avif', 'webp'] as const).map((type) => pictures.read(fileName(taken.hash, taken.width, type))),
  );
  return { ...taken, files: files.map((file) => file as Buffer) };
}

const sentence = async (bytes: Uint8Array) => {
  const taken = await pictures.take(bytes);
  return taken.kind === 'refused' ? taken.sentence : taken.kind;
};

async function pixelAt(file: Buffer, left: number, top: number) {
  const { data } = await sharp(file)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)].map((part) => (part > 127 ? 1 : 0)).join('');
}

test('where and with what a picture was taken does not stay in it', async () => {
  const told = await paint()
    .withExif({
      IFD0: { Make: 'CAMERA-MAKER', Artist: 'SECRET-NAME' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>SECRET-PLACE</a></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();
  const before = await sharp(told).metadata();
  expect([before.exif, before.xmp, before.icc].every(Boolean)).toBe(true);
  for (const file of (await take(told)).files) {
    const { exif, xmp, icc, iptc, orientation } = await sharp(file).metadata();
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
    expect(file.toString('latin1')).not.toMatch(/SECRET|CAMERA|GPS/);
  }
});

test('a picture that was taken with the camera turned stands upright', async () => {
  const { width, height, files } = await take(await paint(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  expect([width, height]).toEqual([40, 60]);
  for (const file of files) expect([await pixelAt(file, 20, 5), await pixelAt(file, 20, 55)]).toEqual(['100', '111']);
});

test('a picture for print or of finer shades becomes one for screens', async () => {
  const cmyk = await paint().toColourspace('cmyk').jpeg().toBuffer();
  const fine = await paint().toColourspace('rgb16').png().toBuffer();
  expect([(await sharp(cmyk).metadata()).space, (await sharp(fine).metadata()).depth]).toEqual(['cmyk', 'ushort']);
  for (const bytes of [cmyk, fine])
    for (const file of (await take(bytes)).files) {
      expect(await sharp(file).metadata()).toMatchObject({ space: 'srgb', depth: 'uchar' });
      expect([await pixelAt(file, 5, 20), await pixelAt(file, 55, 20)]).toEqual(['100', '111']);
    }
});

test('a large picture is kept in three widths, a small one in its own, and the same one once', async () => {
  const large = await paint(2400, 1200).jpeg().toBuffer();
  const before = listFiles().length;
  expect(await take(large)).toMatchObject({ width: 1920, height: 960 });
  expect(listFiles().length - before).toBe(6);
  await take(large);
  expect(listFiles().length - before).toBe(6);
  expect([widthsOf(300), widthsOf(1000)]).toEqual([[300], [480, 960, 1000]]);
});

test('what moves stands still at its first picture', async () => {
  const frames = await Promise.all(
    ['#cc0000', '#0000cc'].map((background) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const moving = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect((await sharp(moving).metadata()).pages).toBe(2);
  const [file] = (await take(moving)).files;
  expect(await sharp(file).metadata()).toMatchObject({ format: 'heif', pages: 1 });
  expect(await pixelAt(file as Buffer, 10, 10)).toBe('100');
});

test('what is no picture is refused, whatever it is called, and nothing of it is kept', async () => {
  const before = listFiles();
  const jpeg = await paint(300, 300).jpeg().toBuffer();
  const others: [Uint8Array, RegExp][] = [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), /Send it as JPEG/],
    [Buffer.from('<?xml version="1.0"?><svg/>'), /Send it as JPEG/],
    [Buffer.from('%PDF-1.7'), /Send it as JPEG/],
    [Buffer.from('\x7fELF', 'latin1'), /Send it as JPEG/],
    [Buffer.from('MZ'), /Send it as JPEG/],
    [new Uint8Array(), /Send it as JPEG/],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), /HEIC/],
    [Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.from('<script>alert(1)</script>')]), /damaged/],
    [Buffer.concat([Buffer.from('GIF89a', 'latin1'), Buffer.from('=1;alert(1)')]), /damaged/],
    [jpeg.subarray(0, jpeg.length / 2), /damaged/],
    [Buffer.concat([jpeg, Buffer.alloc(10_000_000)]), /larger than 10 MB/],
  ];
  for (const [bytes, words] of others) expect(await sentence(bytes), String(words)).toMatch(words);
  expect(listFiles()).toEqual(before);
});

test('a small file that would unfold into a huge picture is refused before it does', async () => {
  expect(await sentence(hugePng(30_000, 30_000))).toMatch(/40 million pixels/);
});

test('files that no record has any more go after a day, and no others', async () => {
  const [kept, gone] = [await take(await paint(70).png().toBuffer()), await take(await paint(71).png().toBuffer())];
  const filesOf = ({ hash }: { hash: string }) => listFiles().filter((name) => name.includes(hash)).length;
  const sweep = (before: Date) => pictures.sweep(before, async (hashes) => hashes.filter((hash) => hash === kept.hash));
  await sweep(new Date(Date.now() - 60_000));
  expect([filesOf(kept), filesOf(gone)]).toEqual([2, 2]);
  await sweep(new Date(Date.now() + 60_000));
  expect([filesOf(kept), filesOf(gone)]).toEqual([2, 0]);
});

test('what is a picture and something else besides stays a picture only', async () => {
  const polyglot = Buffer.concat([
    await paint().jpeg().toBuffer(),
    Buffer.from('PK\x03\x04<?php SECRET(); ?><script>'),
  ]);
  for (const file of (await take(polyglot)).files) expect(file.toString('latin1')).not.toMatch(/SECRET|script|PK/);
});

test('a file is told by its first bytes, and an address leads to files of pictures only', () => {
  expect(kindOf(Buffer.from('\0\0\0\x1cftypavif', 'latin1'))).toBe('avif');
  const hash = 'ab'.repeat(32);
  expect(readFileName(`${hash}-480.webp`)).toEqual({ hash, width: 480, type: 'webp' });
  for (const name of [
    '../x',
    `${hash}-480.svg`,
    `${hash}-0.webp`,
    `${hash}.webp`,
    `${hash}-480.webp/..`,
    hash.toUpperCase(),
  ])
    expect(readFileName(name), name).toBe(undefined);
  expect(sourcesOf({ hash, width: 700 }, 'avif')).toBe(
    `/pictures/${hash}-480.avif 480w, /pictures/${hash}-700.avif 700w`,
  );
});

/** A PNG of one colour: a few kilobytes, however large it says it is. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * 100));
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const edges = [Buffer.alloc(4), Buffer.alloc(4)] as const;
    edges[0].writeUInt32BE(content.length);
    edges[1].writeUInt32BE(crc32(body));
    return Buffer.concat([edges[0], body, edges[1]]);
  };
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
