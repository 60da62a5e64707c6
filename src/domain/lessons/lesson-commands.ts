import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { forgetPlan } from '../drafts/schedule-commands.ts';
import { openOrHoldLesson } from '../moderation/lesson-hold-commands.ts';
import { findLessonHold } from '../moderation/lesson-hold-queries.ts';
import { removePicturesOf } from '../pictures/picture-commands.ts';
import { forgetEntry } from '../search/search-commands.ts';
import { planTelling } from '../webmentions/telling-commands.ts';
import { findLessonToEdit } from './lesson-edit-queries.ts';
import { keepFindable } from './lesson-publication-commands.ts';
import { findFreeSlug, keepAround, keepRow, keepUpdate, type LessonWish } from './lesson-record-commands.ts';
import { keepRevision } from './lesson-revision-commands.ts';
import { changedWords, type LessonEditor, mayEdit, mayGiveTo, withNewer } from './lesson-rules.ts';

export type { LessonWish };

/** Why a lesson was left as it is. */
export type LessonNotSaved = {
  kind:
    | 'no-such-lesson'
    | 'withdrawn-already'
    | 'not-your-circle'
    | 'already-published'
    | 'waits-already'
    | 'changed-since';
};

/**
 * Keeps a lesson that only its authors and admins see: a new one, or a draft from before. What a program sends a second
 * time changes nothing.
 */
export async function saveDraft(tx: Writer, editor: LessonEditor, wish: LessonWish, now: Date) {
  const opened = await openForSaving(tx, editor, wish);
  if (opened.kind !== 'open') return opened;
  if (opened.before?.publishedAt) return { kind: 'already-published' as const };
  if (await findLessonHold(tx, wish.lessonId)) return { kind: 'waits-already' as const };
  const { before } = opened;
  if (before && wish.basedOn === 0 && !wish.opened) return { kind: 'saved' as const, slug: before.slug };
  return keepLesson(tx, editor, opened.wish, before, now);
}

/**
 * Publishes a lesson as it is sent, new or from a draft. Sending it twice publishes it once. Before an election it may
 * have to wait.
 */
export async function publishLesson(tx: Writer, editor: LessonEditor, wish: LessonWish, now: Date) {
  const opened = await openForSaving(tx, editor, wish);
  if (opened.kind !== 'open') return opened;
  const saved = await keepLesson(tx, editor, opened.wish, opened.before, now);
  if (opened.before?.publishedAt) {
    await keepFindable(tx, wish.lessonId, now);
    return { ...saved, isHeld: false };
  }
  await forgetPlan(tx, wish.lessonId);
  const { kind } = await openOrHoldLesson(tx, { lessonId: wish.lessonId, editor }, now);
  return { ...saved, isHeld: kind === 'held' };
}

/** Changes a published lesson. Words that differ from the last ones are kept as a new revision. */
export async function editLesson(tx: Writer, editor: LessonEditor, wish: LessonWish, now: Date) {
  const opened = await openForSaving(tx, editor, wish);
  if (opened.kind !== 'open') return opened;
  if (!opened.before?.publishedAt) return { kind: 'no-such-lesson' as const };
  const saved = await keepLesson(tx, editor, opened.wish, opened.before, now);
  await keepFindable(tx, wish.lessonId, now);
  return saved;
}

/** Takes a published lesson back for good. Its address goes on to say that, and why. */
export async function withdrawLesson(
  tx: Writer,
  editor: LessonEditor,
  { lessonId, reason }: { lessonId: string; reason: string },
  now: Date,
) {
  const lesson = await findLessonToEdit(tx, lessonId);
  if (!lesson?.publishedAt || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  await tx
    .insert(tx.tables.lessonWithdrawals)
    .values({ lessonId, reason, withdrawnAt: now, withdrawnById: editor.person.id })
    .onConflictDoNothing();
  await forgetEntry(tx, 'lesson', lessonId);
  await removePicturesOf(tx, { kind: 'lesson', id: lessonId });
  await planTelling(tx, lessonId, now);
  return { kind: 'withdrawn' as const, slug: lesson.slug };
}

/** Throws a draft away, with the notes in its margin: it was never published, so nothing is left of it. */
export async function discardDraft(tx: Writer, editor: LessonEditor, lessonId: string) {
  const lesson = await findLessonToEdit(tx, lessonId);
  if (!lesson || lesson.publishedAt || !mayEdit(editor, lesson)) return { kind: 'no-such-lesson' as const };
  const { lessons, lessonAuthors, lessonUnits, lessonTags, lessonChannels, lessonRevisions, lessonOrigins } = tx.tables;
  const { lessonHolds } = tx.tables;
  for (const around of [
    lessonAuthors,
    lessonUnits,
    lessonTags,
    lessonChannels,
    lessonRevisions,
    lessonOrigins,
    lessonHolds,
  ])
    await tx.delete(around).where(eq(around.lessonId, lessonId));
  await tx.delete(lessons).where(eq(lessons.id, lessonId));
  await removePicturesOf(tx, { kind: 'lesson', id: lessonId });
  return { kind: 'discarded' as const };
}

type Before = Awaited<ReturnType<typeof findLessonToEdit>>;

/** The lesson as it stands and what to make of it, or why this person cannot save it now. A new lesson has nothing before it. */
async function openForSaving(tx: Writer, editor: LessonEditor, sent: LessonWish) {
  const before = await findLessonToEdit(tx, sent.lessonId);
  const wish = before ? withNewer(sent, before) : sent;
  if (before ? !mayEdit(editor, before) : wish.basedOn > 0) return { kind: 'no-such-lesson' as const };
  if (before?.isWithdrawn) return { kind: 'withdrawn-already' as const };
  if (wish.circle !== before?.circle && !mayGiveTo(editor, wish.circle)) return { kind: 'not-your-circle' as const };
  if (before && wish.basedOn < before.revision && changedWords(before.words, wish.words).length > 0)
    return { kind: 'changed-since' as const };
  return { kind: 'open' as const, before, wish };
}

/** The slug follows a draft's title and stays once it is published. Words that changed become a revision. */
async function keepLesson(tx: Writer, editor: LessonEditor, wish: LessonWish, before: Before, now: Date) {
  const isChanged = !before || changedWords(before.words, wish.words).length > 0;
  const keepsSlug = before && (before.publishedAt !== null || before.words.title === wish.words.title);
  const slug = keepsSlug ? before.slug : await findFreeSlug(tx, wish.words.title, wish.lessonId);
  await keepRow(tx, wish, { slug, editor, updatedAt: isChanged || wish.whatChanged ? now : before.updatedAt });
  await keepAround(tx, editor, wish);
  const by = { number: (before?.revision ?? 0) + (isChanged ? 1 : 0), editor };
  if (isChanged) await keepRevision(tx, wish, by, now);
  await keepUpdate(tx, wish, by, now);
  return { kind: 'saved' as const, slug };
}
