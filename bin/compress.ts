import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress, type Encoding, isCompressible } from '#server/http/compression.ts';
import { typeOf } from '#server/http/static-files.ts';

/** Puts the compressed forms of the built files beside them, so that the server has nothing to compress at start. */
const TWINS: { suffix: string; encoding: Encoding }[] = [
  { suffix: '.br', encoding: 'br' },
  { suffix: '.gz', encoding: 'gzip' },
];

async function compressFolder(folder: string) {
  const files = (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  await Promise.all(files.map(compressFile));
}

async function compressFile(file: string) {
  const { size } = await stat(file);
  if (!isCompressible(typeOf(file), size)) return;
  const body = await readFile(file);
  await Promise.all(
    TWINS.map(async ({ suffix, encoding }) => writeFile(file + suffix, await compress(body, encoding, 'best'))),
  );
}

await compressFolder(process.argv[2] ?? 'dist/client');
