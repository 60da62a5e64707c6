import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#db/database.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { seedDemo } from '#server/demo/seed-demo.ts';
import { openMarkdown } from '#server/markdown.ts';
import { openFolder } from '#server/pictures/picture-store.ts';
import { openPictures } from '#server/pictures/pictures.ts';
import { readSettings } from '#server/settings.ts';

/** A database with the whole demo in it, told from `now`; `again` starts the demo once more. */
export async function seededDemo(database: Database, now: Date) {
  const { read, write } = database;
  const folder = mkdtempSync(join(tmpdir(), 'teacake-demo-'));
  const pictures = openPictures(openFolder(folder));
  const site = { read, write, markdown: openMarkdown(), pictures, settings: readSettings({}) };
  await write((tx) => installPlatforms(tx));
  const outcome = await seedDemo(site, now);
  await site.markdown.close();
  rmSync(folder, { recursive: true });
  return { read, write, outcome, again: (later: Date) => seedDemo(site, later) };
}
