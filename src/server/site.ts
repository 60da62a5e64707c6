import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { settleBelongings } from '#domain/people/belonging-commands.ts';
import type { Holidays } from '#domain/series/holiday-rules.ts';
import { keepFirstKey } from '#domain/signing/signing-commands.ts';
import { installRulebook } from '#domain/training/rulebook-commands.ts';
import type { Rulebook } from '#domain/training/rulebook-rules.ts';
import { newId } from './chance.ts';
import { openHolidays } from './holidays.ts';
import { noteFailureOf } from './log.ts';
import { type MailWorker, openMail } from './mail.ts';
import { type Markdown, openMarkdown } from './markdown.ts';
import { openFolder, pictureFolderOf, shareFolderOf } from './pictures/picture-store.ts';
import { openPictures, type Pictures } from './pictures/pictures.ts';
import { readRulebook } from './rulebook.ts';
import type { Settings } from './settings.ts';
import { openSharePictures, type SharePictures } from './share-pictures/share-pictures.ts';
import { newSigningKey } from './signing.ts';

/** Everything that is opened once per process. */
export interface Site {
  settings: Settings;
  read: Database['read'];
  /** As `Database.write`; letters queued by it set off after the commit. */
  write: Database['write'];
  watch: Database['watch'];
  markdown: Markdown;
  pictures: Pictures;
  sharePictures: SharePictures;
  holidays: Holidays;
  rulebook: Rulebook;
  /** The one clock. */
  clock: () => Date;
  close(): Promise<void>;
}

/** The built pages and the entry point are separate bundles in one process: this key is where they meet. */
const KEY = Symbol.for('teacake.site');
const shared = globalThis as { [KEY]?: Site };

/** The open site. Throws when nothing opened it. */
export function currentSite(): Site {
  const site = shared[KEY];
  if (!site) throw new Error('The site is not open: call openSite() first.');
  return site;
}

export const isSiteOpen = () => shared[KEY] !== undefined;

/** Opens database, mail and Markdown for the process. One site at a time: one write handle, one queue. */
export async function openSite(settings: Settings, clock = () => new Date()): Promise<Site> {
  if (shared[KEY]) throw new Error('A site is open already in this process.');
  const holidays = openHolidays(settings);
  const rulebook = readRulebook();
  const database = await openDatabase(settings.databaseUrl);
  await database.write(async (tx) => {
    await installPlatforms(tx);
    await keepFirstKey(tx, newSigningKey(), clock());
    await installRulebook(tx, rulebook, newId, clock());
    await settleBelongings(tx, settings);
  });
  const mail = settings.smtpUrl ? openMail({ database, settings, clock }) : undefined;
  const markdown = openMarkdown();
  const pictures = openPictures(openFolder(pictureFolderOf(settings.databaseUrl)));
  const sharePictures = openSharePictures(openFolder(shareFolderOf(settings.databaseUrl)));
  const site: Site = {
    settings,
    read: database.read,
    write: wakingMail(database, mail),
    watch: database.watch,
    markdown,
    pictures,
    sharePictures,
    holidays,
    rulebook,
    clock,
    async close() {
      delete shared[KEY];
      await Promise.all([mail?.close(), markdown.close(), pictures.close(), sharePictures.close()]);
      await database.close();
    },
  };
  shared[KEY] = site;
  mail?.wake();
  return site;
}

const wakingMail =
  (database: Database, mail: MailWorker | undefined): Database['write'] =>
  async (work) => {
    const result = await database.write(work);
    mail?.wake();
    return result;
  };

/**
 * Runs something again and again while the site is open, never beside itself; a failure is logged and the next turn comes
 * all the same. `run` does it once more at once, after the one in hand; `stop` waits for that one.
 */
export function every(seconds: number, name: string, task: () => Promise<unknown>) {
  let running: Promise<unknown> | undefined;
  const begin = () => {
    running ??= task().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(() => begin().catch(noteFailureOf(name)), seconds * 1000);
  timer.unref();
  return {
    async run() {
      await running;
      await begin();
    },
    async stop() {
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
