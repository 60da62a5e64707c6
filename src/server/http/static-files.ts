import { readdir, readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Headers } from './answer.ts';
import { type KeptAnswer, keepAnswer } from './kept-answer.ts';

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Astro puts a hash of the file into these names: the same address is the same bytes for ever. */
const HASHED = '/_astro/';

/** The one that serves the door page without wifi: it may answer below /meetups/ though it lies elsewhere. */
const WORKER = /door-worker-[\w-]+\.js$/;

/**
 * Takes the built files into memory, by address. A file made by `bin/compress.ts` beside another (`site.css.br`) is that
 * one's compressed form. What is not in this map is not served, so no address can lead out of the folder.
 */
export async function loadFiles(folder: string, common: Headers): Promise<Map<string, KeptAnswer>> {
  const names = (await listFiles(folder)).filter((name) => !/\.(br|gz)$/.test(name));
  const kept = await Promise.all(names.map((name) => loadFile(folder, name, common)));
  return new Map(names.map((name, at) => [addressOf(name), kept[at] as KeptAnswer]));
}

export const typeOf = (name: string) => TYPES[extname(name)] ?? 'application/octet-stream';

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length));
}

async function loadFile(folder: string, name: string, common: Headers): Promise<KeptAnswer> {
  const file = join(folder, name);
  const [body, br, gzip] = await Promise.all([readFile(file), readTwin(`${file}.br`), readTwin(`${file}.gz`)]);
  const headers = {
    ...common,
    ...(WORKER.test(name) && { 'service-worker-allowed': '/meetups/' }),
    'content-type': typeOf(name),
    'cache-control': addressOf(name).startsWith(HASHED)
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600',
  };
  return keepAnswer({ status: 200, headers, body }, { ...(br && { br }), ...(gzip && { gzip }) });
}

const readTwin = (file: string) => readFile(file).catch(() => undefined);

const addressOf = (name: string) => `/${name.split(sep).map(encodeURIComponent).join('/')}`;
