import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Database } from '#db/database.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { seedDemo } from '#server/demo/seed-demo.ts';
import { openMarkdown } from '#server/markdown.ts';
import { openFolder, pictureFolderOf } from '#server/pictures/picture-store.ts';
import { openPictures } from '#server/pictures/pictures.ts';
import { readSettings } from '#server/settings.ts';
import { afterFile } from './after-file.ts';
import { copyBase } from './engines.ts';

const FILE = 'teacake.db';
const urlIn = (folder: string) => `file:${join(folder, FILE)}`;

/** A database with the whole demo in it, told from `now`; `again` starts the demo once more. */
export async function seededDemo(database: Database, now: Date, pictureFolder?: string) {
  const { read, write } = database;
  const folder = mkdtempSync(join(tmpdir(), 'teacake-demo-'));
  const pictures = openPictures(openFolder(pictureFolder ?? folder));
  const site = { read, write, markdown: openMarkdown(), pictures, settings: readSettings({}) };
  await write((tx) => installPlatforms(tx));
  const outcome = await seedDemo(site, now);
  await site.markdown.close();
  rmSync(folder, { recursive: true });
  return { read, write, outcome, again: (later: Date) => seedDemo(site, later) };
}

/** The URL of a SQLite file with the whole demo in it, its pictures beside it: a copy for one test file. */
export async function copyDemo(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-filled-'));
  afterFile(async () => rmSync(folder, { recursive: true }));
  for (const [path, bytes] of await keptDemo()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return urlIn(folder);
}

/** Filling it takes seconds: once for all test files of a worker. */
const KEY = Symbol.for('teacake.tests.demo');
const shared = globalThis as { [KEY]?: Promise<Map<string, Buffer>> };

const keptDemo = () => {
  shared[KEY] ??= fillDemo();
  return shared[KEY];
};

async function fillDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-filled-'));
  const file = join(folder, FILE);
  copyBase(file);
  const database = openSqlite(file);
  await seededDemo(database, new Date(), pictureFolderOf(urlIn(folder)));
  await database.close();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const kept = new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
  rmSync(folder, { recursive: true });
  return kept;
}
