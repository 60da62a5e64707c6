import { and, eq, like, lt, notExists, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** Pictures that were added to lessons before a moment and stand in no text of theirs, also no earlier one. */
export async function listUnusedPictures(read: Reader, before: Date, most: number): Promise<string[]> {
  const { pictures, lessonRevisions } = read.tables;
  const text = sql`cast(${lessonRevisions.words} as text)`;
  const shows = and(
    eq(lessonRevisions.lessonId, pictures.subjectId),
    like(text, sql`'%picture:' || ${pictures.id} || '%'`),
  );
  const isShown = read.select({ number: lessonRevisions.number }).from(lessonRevisions).where(shows);
  const rows = await read
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.subjectKind, 'lesson'), lt(pictures.addedAt, before), notExists(isShown)))
    .limit(most);
  return rows.map(({ id }) => id);
}
