import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { openOrHoldLesson } from '../moderation/lesson-hold-commands.ts';
import { findLessonHold } from '../moderation/lesson-hold-queries.ts';
import { publishedLetter, unfinishedLetter } from './schedule-letters.ts';
import { findPlanned, isFinished, listAuthorsToTell } from './schedule-queries.ts';

/** Publishes a draft at its time. */
export const PUBLISH_DRAFT = 'publish-draft';

export interface ScheduleWish {
  lessonId: string;
  jobId: string;
  /** 'YYYY-MM-DDTHH:mm' in `zone`, and the same as an instant. */
  publishLocal: string;
  zone: string;
  publishAt: Date;
}

/** Plans when a finished draft is published by itself; a later plan takes the place of an earlier one. */
export async function planPublication(tx: Writer, editor: LessonEditor, { jobId, ...plan }: ScheduleWish, now: Date) {
  const lesson = await findLessonToEdit(tx, plan.lessonId);
  if (!lesson || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  if (lesson.publishedAt) return { kind: 'already-published' as const };
  if (await findLessonHold(tx, lesson.id)) return { kind: 'waits-already' as const };
  if (!(await isFinished(tx, lesson.id))) return { kind: 'unfinished' as const };
  const { lessonSchedules } = tx.tables;
  const row = { ...plan, plannedAt: now, plannedById: editor.person.id };
  await tx.insert(lessonSchedules).values(row).onConflictDoUpdate({ target: lessonSchedules.lessonId, set: row });
  await planJob(tx, { id: jobId, kind: PUBLISH_DRAFT, subjectId: lesson.id, dueAt: plan.publishAt });
  return { kind: 'planned' as const, slug: lesson.slug };
}

/** Takes the plan back: the draft waits until somebody publishes it. */
export async function unplanPublication(tx: Writer, editor: LessonEditor, lessonId: string) {
  const lesson = await findLessonToEdit(tx, lessonId);
  if (!lesson || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  if (lesson.publishedAt) return { kind: 'already-published' as const };
  await forgetPlan(tx, lessonId);
  return { kind: 'unplanned' as const, slug: lesson.slug };
}

/** Leaves no plan for a lesson that is published, or is not to be any more. */
export async function forgetPlan(tx: Writer, lessonId: string) {
  const { lessonSchedules } = tx.tables;
  await tx.delete(lessonSchedules).where(eq(lessonSchedules.lessonId, lessonId));
  await dropJob(tx, PUBLISH_DRAFT, lessonId);
}

/** Publishes the draft whose time has come, or writes to its authors what is missing. The plan is used up by either. */
export async function publishDue(tx: Writer, lessonId: string, stationery: Stationery, now: Date) {
  const planned = await findPlanned(tx, lessonId);
  if (!planned || planned.publishedAt) return null;
  if (planned.publishAt > now) return planned.publishAt;
  const isWhole = await isFinished(tx, lessonId);
  if (isWhole) await openOrHoldLesson(tx, { lessonId, editor: planned.by }, now);
  await tx.delete(tx.tables.lessonSchedules).where(eq(tx.tables.lessonSchedules.lessonId, lessonId));
  const isHeld = (await findLessonHold(tx, lessonId)) !== undefined;
  const words = { ...planned, isHeld };
  const post = (await listAuthorsToTell(tx, lessonId)).map((author) => ({
    id: stationery.newId(),
    letter: isWhole ? publishedLetter(author, words, stationery) : unfinishedLetter(author, words, stationery),
  }));
  await queueLetters(tx, post, stationery, now);
  return null;
}
