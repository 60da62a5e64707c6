import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { and, eq, gt } from 'drizzle-orm';
import type { Database, Writer } from '#db/database.ts';
import { openDatabase } from '#db/open.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { openChance } from './chance.ts';
import { fillChannels } from './fill-channels.ts';
import { fillLessons } from './fill-lessons.ts';
import { fillMeetups, meetupSlug } from './fill-meetups.ts';
import { fillPeople } from './fill-people.ts';

export interface Amounts {
  channels: number;
  lessons: number;
  meetups: number;
  rsvps: number;
}

export const FULL: Amounts = { channels: 10_000, lessons: 2_000, meetups: 500, rsvps: 50_000 };
export const TENTH: Amounts = { channels: 1_000, lessons: 200, meetups: 50, rsvps: 5_000 };

export interface Paths {
  /** What everyone may see. */
  public: string[];
  /** The same and more, for somebody signed in. */
  signedIn: string[];
  /** The ids of the meetups that are still to come. */
  upcoming: string[];
}

/**
 * A database with so many records, made when it is not there yet, and pages of it that are worth measuring. What is
 * returned is a copy to work on: letters that wait from an earlier run would go on writing.
 */
export async function openFilled(base: string, amounts: Amounts): Promise<{ file: string; paths: Paths }> {
  const isThere = existsSync(base);
  const database = await openDatabase(`file:${base}`);
  if (!isThere) await database.write((tx) => fill(tx, amounts, new Date()));
  const paths = await pathsOf(database);
  await database.close();
  const file = `${base}.copy`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  copyFileSync(base, file);
  return { file, paths };
}

/** The same records for the same amounts and the same day. */
async function fill(tx: Writer, amounts: Amounts, now: Date) {
  let made = 0;
  function newId() {
    made += 1;
    return `0198c0de-0000-7000-8000-${made.toString(16).padStart(12, '0')}`;
  }
  const setting = { chance: openChance(20_260_101), now, newId };
  await installPlatforms(tx);
  const people = await fillPeople(tx, setting);
  await fillChannels(tx, setting, people, amounts.channels);
  const meetups = await fillMeetups(tx, setting, people, amounts);
  await fillLessons(tx, setting, people, meetups, amounts.lessons);
}

async function pathsOf({ read }: Database): Promise<Paths> {
  const { channels, lessons, meetups } = read.tables;
  const [channel] = await read
    .select({ slug: channels.slug })
    .from(channels)
    .where(and(eq(channels.circle, 'public'), eq(channels.status, 'open')));
  const [lesson] = await read.select({ slug: lessons.slug }).from(lessons).where(eq(lessons.circle, 'public'));
  const upcoming = await read.select({ id: meetups.id }).from(meetups).where(gt(meetups.startsAt, new Date()));
  const pages = ['/', '/meetups', `/meetups/${meetupSlug(0)}`, '/lessons', `/lessons/${lesson?.slug}`, '/channels'];
  const files = ['/lessons.atom', '/lessons.json', '/meetups.ics'];
  pages.push(`/channels/${channel?.slug}`);
  const searches = [
    '/search?q=flooding',
    '/search?q=caf%C3%A9',
    '/channels?q=parking',
    '/verify?link=x.com%2Fcouncil_6',
  ];
  return {
    public: [...pages, ...files],
    signedIn: [...pages, ...searches],
    upcoming: upcoming.map(({ id }) => id),
  };
}
