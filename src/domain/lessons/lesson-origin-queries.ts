import { eq, isNotNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** What an import brought and could not keep, for whoever may read the lesson; undefined for a lesson that was written here. */
export async function findOriginal(read: Reader, lessonId: string) {
  const { lessonOrigins } = read.tables;
  const { name, url, original, remarks, importedAt } = lessonOrigins;
  const [row] = await read
    .select({ name, url, original, remarks, importedAt })
    .from(lessonOrigins)
    .where(eq(lessonOrigins.lessonId, lessonId));
  return row?.original ? row : undefined;
}

/** The keys of everything imported before. */
export async function listImportedKeys(read: Reader): Promise<Set<string>> {
  const { lessonOrigins } = read.tables;
  const rows = await read.select({ key: lessonOrigins.key }).from(lessonOrigins).where(isNotNull(lessonOrigins.key));
  return new Set(rows.flatMap(({ key }) => key ?? []));
}
