import type { Reader, Writer } from '#db/database.ts';

/** What calendars call the meetups that are here: those that came from one, and ours, which calendars have from us. */
export async function listImportKeys(read: Reader | Writer): Promise<Set<string>> {
  const { meetups } = read.tables;
  const rows = await read.select({ id: meetups.id, key: meetups.importKey }).from(meetups);
  return new Set(rows.map(({ id, key }) => key ?? id));
}
