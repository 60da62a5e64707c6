import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listDrafts } from '../lessons/lesson-list-queries.ts';

/** Somebody's lessons in draft that nobody else could finish: no other author is still here. */
export async function listSoleDrafts(read: Reader | Writer, personId: string) {
  const drafts = await listDrafts(read, personId);
  const { lessonAuthors, people } = read.tables;
  const ids = drafts.map(({ id }) => id);
  if (ids.length === 0) return [];
  const others = await read
    .select({ lessonId: lessonAuthors.lessonId })
    .from(lessonAuthors)
    .innerJoin(people, and(eq(people.id, lessonAuthors.personId), isNull(people.leftAt)))
    .where(and(inArray(lessonAuthors.lessonId, ids), ne(lessonAuthors.personId, personId)));
  const shared = new Set(others.map(({ lessonId }) => lessonId));
  return drafts.filter(({ id }) => !shared.has(id));
}
