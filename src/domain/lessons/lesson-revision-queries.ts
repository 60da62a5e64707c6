import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';

const MOST_LISTED = 200;

/** When each text of a lesson was saved and by whom, newest first. For whoever may edit it: ask `findLesson` before. */
export async function listRevisions(read: Reader, viewer: Viewer, lessonId: string) {
  const { lessonRevisions, people } = read.tables;
  const rows = await read
    .select({
      number: lessonRevisions.number,
      savedAt: lessonRevisions.savedAt,
      saver: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(lessonRevisions)
    .leftJoin(people, eq(people.id, lessonRevisions.savedById))
    .where(eq(lessonRevisions.lessonId, lessonId))
    .orderBy(desc(lessonRevisions.number))
    .limit(MOST_LISTED);
  return rows.map(({ saver, ...revision }) => ({
    ...revision,
    savedBy: saver && isNamedTo(viewer, saver) ? saver.name : null,
  }));
}

/** The texts of a lesson that have these numbers, oldest first. For whoever may edit it. */
export function listTexts(read: Reader, lessonId: string, numbers: readonly number[]) {
  const { lessonRevisions } = read.tables;
  return read
    .select({ number: lessonRevisions.number, words: lessonRevisions.words })
    .from(lessonRevisions)
    .where(and(eq(lessonRevisions.lessonId, lessonId), inArray(lessonRevisions.number, [...numbers])))
    .orderBy(asc(lessonRevisions.number));
}
