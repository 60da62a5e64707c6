import type { ColumnKit } from './columns.ts';
import { defineChannels } from './tables/channels.ts';
import { defineLessons } from './tables/lessons.ts';
import { defineMeetups } from './tables/meetups.ts';
import { definePeople } from './tables/people.ts';
import { definePlatforms } from './tables/platforms.ts';
import { defineSite } from './tables/site.ts';

/** Every table, written once. Each engine calls this with its own column makers. */
export function defineTables(kit: ColumnKit) {
  const people = definePeople(kit);
  const meetups = defineMeetups(kit, people);
  const platforms = definePlatforms(kit);
  const channels = defineChannels(kit, { ...people, ...platforms });
  const lessons = defineLessons(kit, { ...people, ...meetups, ...channels });
  return { ...people, ...meetups, ...platforms, ...channels, ...lessons, ...defineSite(kit) };
}

export type Tables = ReturnType<typeof defineTables>;
