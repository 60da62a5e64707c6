import { and, count, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { LessonText } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { readLetter } from './invitation-letters.ts';
import { findPart, type Invited } from './invitation-queries.ts';
import { MOST_NOTES } from './margin-rules.ts';
import { listAuthorsToTell } from './schedule-queries.ts';

export interface NoteWish {
  id: string;
  lessonId: string;
  section: keyof LessonText;
  words: string;
}

/** Writes in the margin of a draft. Sent twice, it stands once. */
export async function writeInMargin(tx: Writer, viewer: Invited, wish: NoteWish, now: Date) {
  const part = await findPart(tx, viewer, wish.lessonId);
  if (!part) return { kind: 'no-such-draft' as const };
  const { marginNotes } = tx.tables;
  if ((await tx.$count(marginNotes, eq(marginNotes.lessonId, wish.lessonId))) >= MOST_NOTES)
    return { kind: 'too-many' as const };
  await tx
    .insert(marginNotes)
    .values({ ...wish, revision: part.lesson.revision, saidAt: now, saidById: viewer.person.id })
    .onConflictDoNothing();
  return { kind: 'written' as const, slug: part.lesson.slug };
}

/** Settles a note: an author does, or whoever wrote it. */
export async function settleNote(tx: Writer, viewer: Invited, noteId: string, now: Date) {
  const { marginNotes, marginNoteSettlements } = tx.tables;
  const [note] = await tx.select().from(marginNotes).where(eq(marginNotes.id, noteId));
  const part = note && (await findPart(tx, viewer, note.lessonId));
  if (!note || !part || (part.kind === 'reader' && note.saidById !== viewer.person.id))
    return { kind: 'no-such-draft' as const };
  await tx
    .insert(marginNoteSettlements)
    .values({ noteId, settledAt: now, settledById: viewer.person.id })
    .onConflictDoNothing();
  return { kind: 'settled' as const, slug: part.lesson.slug };
}

/** A second pair of eyes says that it has read the draft; its authors are told, once. */
export async function sayRead(tx: Writer, viewer: Invited, lessonId: string, stationery: Stationery, now: Date) {
  const part = await findPart(tx, viewer, lessonId);
  if (part?.kind !== 'reader') return { kind: 'no-such-draft' as const };
  const { lesson } = part;
  const said = await tx
    .insert(tx.tables.lessonReadings)
    .values({ invitationId: part.invitationId, readAt: now })
    .onConflictDoNothing()
    .returning();
  if (said.length === 0) return { kind: 'said' as const, slug: lesson.slug };
  const notes = await countNotesBy(tx, lessonId, viewer.person.id);
  const words = { who: viewer.person.name, notes, lesson: { slug: lesson.slug, title: lesson.words.title } };
  const post = (await listAuthorsToTell(tx, lessonId)).map((author) => ({
    id: stationery.newId(),
    letter: readLetter(author, words, stationery),
  }));
  await queueLetters(tx, post, stationery, now);
  return { kind: 'said' as const, slug: lesson.slug };
}

async function countNotesBy(tx: Writer, lessonId: string, personId: string): Promise<number> {
  const { marginNotes } = tx.tables;
  const [counted] = await tx
    .select({ total: count() })
    .from(marginNotes)
    .where(and(eq(marginNotes.lessonId, lessonId), eq(marginNotes.saidById, personId)));
  return counted?.total ?? 0;
}
