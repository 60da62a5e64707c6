import { asc } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Platform } from './platform-rules.ts';

/** Every platform, by label. */
export function listPlatforms(read: Reader): Promise<Platform[]> {
  const { platforms } = read.tables;
  return read.select().from(platforms).orderBy(asc(platforms.label), asc(platforms.key));
}
