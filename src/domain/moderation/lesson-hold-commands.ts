import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { openLesson } from '../lessons/lesson-publication-commands.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { holdFor } from './hold-rules.ts';
import { findLessonHold } from './lesson-hold-queries.ts';
import { findRunningPeriod } from './period-queries.ts';

/**
 * Opens a saved lesson to its readers, or keeps it in line until the end of a pre-election period. One that waits
 * already keeps its place. The job that ends the wait was planned with the period.
 */
export async function openOrHoldLesson(
  tx: Writer,
  { lessonId, editor }: { lessonId: string; editor: Pick<LessonEditor, 'circle' | 'person'> },
  now: Date,
) {
  const isPreElection = (await findRunningPeriod(tx, now)) !== undefined;
  const speaker = { circle: editor.circle, isMember: true, isConfirmed: true, hasSpoken: true };
  const why = holdFor(speaker, '', { earlier: [], isPreElection });
  if (!why) {
    await openLesson(tx, { lessonId, publishedById: editor.person.id }, now);
    return { kind: 'open' as const };
  }
  await tx
    .insert(tx.tables.lessonHolds)
    .values({ lessonId, heldAt: now, heldById: editor.person.id })
    .onConflictDoNothing();
  return { kind: 'held' as const };
}

/** Takes a lesson out of the line: it is a draft again. */
export async function takeLessonBack(tx: Writer, editor: LessonEditor, lessonId: string) {
  const lesson = await findLessonToEdit(tx, lessonId);
  if (!lesson || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  if (!(await findLessonHold(tx, lessonId))) return { kind: 'not-waiting' as const };
  await tx.delete(tx.tables.lessonHolds).where(eq(tx.tables.lessonHolds.lessonId, lessonId));
  return { kind: 'taken-back' as const, slug: lesson.slug };
}
