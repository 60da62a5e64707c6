import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { findLessonToEdit } from './lesson-edit-queries.ts';
import { listRevisions, listTexts } from './lesson-revision-queries.ts';
import { type LessonText, mayEdit } from './lesson-rules.ts';
import { bringTogether, type LostRace } from './lost-race-rules.ts';

/**
 * What somebody else saved since a form was opened, and both texts brought together; undefined when nothing was saved
 * meanwhile, or when the lesson is not this viewer's to change.
 *
 * @param basedOn the revision that the form began with.
 */
export async function findLostRace(
  read: Reader,
  viewer: Viewer,
  { lessonId, basedOn, words }: { lessonId: string; basedOn: number; words: LessonText },
): Promise<LostRace | undefined> {
  const lesson = await findLessonToEdit(read, lessonId);
  if (!lesson || lesson.revision <= basedOn || !mayEdit(viewer, lesson)) return undefined;
  const texts = await listRevisions(read, viewer, lessonId);
  const began = texts.find(({ number }) => number <= basedOn)?.number;
  const [before] = began === undefined ? [] : await listTexts(read, lessonId, [began]);
  const { savedAt, savedBy } = texts[0] ?? { savedAt: lesson.updatedAt, savedBy: null };
  const together = bringTogether(before?.words, words, lesson.words);
  const isSame = together.taken.length + together.collisions.length === 0;
  return isSame ? undefined : { ...together, savedAt, savedBy };
}
