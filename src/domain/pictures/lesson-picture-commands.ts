import { and, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { addPicture, type NewPicture } from './picture-commands.ts';
import { belongsTo } from './picture-queries.ts';
import { MOST_PICTURES } from './picture-rules.ts';

/** A picture for a lesson, which may not be saved yet: then it is only whoever added it who sees it. */
export type LessonPicture = Omit<NewPicture, 'seenBy' | 'subject' | 'addedById'> & { lessonId: string };

/** Why no picture can be added. */
export type NoPicture = { kind: 'no-such-lesson' | 'withdrawn-already' | 'too-many' };

/** Adds a picture to a lesson that somebody may change. Who may read the lesson may see it, then and later. */
export async function addLessonPicture(
  tx: Writer,
  editor: LessonEditor,
  { lessonId, ...picture }: LessonPicture,
): Promise<NoPicture | { kind: 'added' }> {
  const refused = await findPictureRefusal(tx, editor, lessonId);
  if (refused) return refused;
  const subject = { kind: 'lesson' as const, id: lessonId };
  await addPicture(tx, { ...picture, subject, seenBy: 'readers', addedById: editor.person.id });
  return { kind: 'added' };
}

/** Takes a picture out of a lesson for good, also from its earlier texts; not while the text that people read shows it. */
export async function removeLessonPicture(
  tx: Writer,
  editor: LessonEditor,
  { lessonId, id }: { lessonId: string; id: string },
): Promise<{ kind: 'no-such-lesson' | 'still-shown' | 'removed' }> {
  const { pictures } = tx.tables;
  const lesson = await findLessonToEdit(tx, lessonId);
  if (lesson && !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' };
  if (lesson && Object.values(lesson.words).some((words) => words.includes(`picture:${id}`)))
    return { kind: 'still-shown' };
  const isTheirs = lesson ? undefined : eq(pictures.addedById, editor.person.id);
  await tx.delete(pictures).where(and(eq(pictures.id, id), belongsTo(tx, { kind: 'lesson', id: lessonId }), isTheirs));
  return { kind: 'removed' };
}

/** Why this person cannot add one now: ask before the work of making it anew. */
export async function findPictureRefusal(
  read: Reader | Writer,
  editor: LessonEditor,
  lessonId: string,
): Promise<NoPicture | undefined> {
  const lesson = await findLessonToEdit(read, lessonId);
  if (lesson && !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' };
  if (lesson?.isWithdrawn) return { kind: 'withdrawn-already' };
  const count = await read.$count(read.tables.pictures, belongsTo(read, { kind: 'lesson', id: lessonId }));
  return count >= MOST_PICTURES ? { kind: 'too-many' } : undefined;
}
