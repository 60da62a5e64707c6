import { isNotNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** The keys of all meetups that came from a calendar. */
export async function listImportKeys(read: Reader | Writer): Promise<Set<string>> {
  const { meetups } = read.tables;
  const rows = await read.select({ key: meetups.importKey }).from(meetups).where(isNotNull(meetups.importKey));
  return new Set(rows.flatMap(({ key }) => key ?? []));
}
