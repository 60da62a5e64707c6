import { and, asc, eq, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findLessonToEdit } from '../lessons/lesson-edit-queries.ts';
import { type LessonEditor, mayEdit } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { refreshStanding } from './standing-commands.ts';
import { stillTrueLetter } from './try-out-letters.ts';

/** Notes an author's word that a lesson is still true. */
export async function confirmLesson(
  tx: Writer,
  editor: LessonEditor,
  wish: { id: string; lessonId: string },
  now: Date,
) {
  const lesson = await findLessonToEdit(tx, wish.lessonId);
  if (!lesson?.publishedAt || lesson.isWithdrawn || !mayEdit(editor, lesson))
    return { kind: 'no-such-lesson' as const };
  await tx
    .insert(tx.tables.lessonConfirmations)
    .values({ ...wish, confirmedById: editor.person.id, confirmedAt: now })
    .onConflictDoNothing();
  await refreshStanding(tx, wish.lessonId);
  return { kind: 'confirmed' as const, slug: lesson.slug };
}

const YEAR_MS = 365 * 86_400_000;
const MOST_A_DAY = 200;

/**
 * Asks the authors of lessons that nobody touched for a year whether they are still true: one letter a person, once a
 * year for each lesson.
 */
export async function askAuthors(tx: Writer, stationery: Stationery, now: Date) {
  const old = await listUnconfirmed(tx, new Date(now.getTime() - YEAR_MS));
  const authors = new Map(old.map(({ author }) => [author.id, author]));
  const post = [...authors.values()].map(({ id, name, email }) => ({
    id: stationery.newId(),
    letter: stillTrueLetter(
      { name, email: email ?? '' },
      old.filter(({ author }) => author.id === id).map(({ lesson }) => lesson),
      stationery,
    ),
  }));
  await queueLetters(tx, post, stationery, now);
  const { lessonStandings } = tx.tables;
  const ids = [...new Set(old.map(({ lesson }) => lesson.id))];
  if (ids.length > 0)
    await tx.update(lessonStandings).set({ authorsAskedAt: now }).where(inArray(lessonStandings.lessonId, ids));
}

function listUnconfirmed(tx: Writer, before: Date) {
  const { lessonStandings, lessonWithdrawals, lessonAuthors, lessons, people } = tx.tables;
  return tx
    .select({
      lesson: { id: lessons.id, slug: lessons.slug, title: lessons.title },
      author: { id: people.id, name: people.name, email: people.email },
    })
    .from(lessonStandings)
    .innerJoin(lessons, eq(lessons.id, lessonStandings.lessonId))
    .innerJoin(lessonAuthors, eq(lessonAuthors.lessonId, lessons.id))
    .innerJoin(people, eq(people.id, lessonAuthors.personId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(
      and(
        lt(lessonStandings.freshAt, before),
        or(isNull(lessonStandings.authorsAskedAt), lt(lessonStandings.authorsAskedAt, before)),
        isNull(lessonWithdrawals.lessonId),
        isNotNull(people.email),
      ),
    )
    .orderBy(asc(lessonStandings.freshAt), asc(lessons.id))
    .limit(MOST_A_DAY);
}
