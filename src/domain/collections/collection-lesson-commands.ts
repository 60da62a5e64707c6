import { and, asc, eq, inArray, max } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { isOpenTo, selectPublished } from '../lessons/open-lesson-queries.ts';
import { keepChange, type Pen } from './collection-commands.ts';
import { findToKeep } from './collection-queries.ts';
import { arrange, MOST_LESSONS, type Place } from './collection-rules.ts';

/** Puts a lesson that the keeper can read at the end of a collection. One that is in it already stays where it is. */
export async function addLesson(
  tx: Writer,
  pen: Pen,
  { collectionId, lessonId, line }: { collectionId: string; lessonId: string; line: string },
) {
  const { collectionLessons, lessons } = tx.tables;
  const collection = await findToKeep(tx, pen.keeper, collectionId);
  if (!collection) return { kind: 'no-such-collection' as const };
  const [lesson] = await selectPublished(tx).where(and(eq(lessons.id, lessonId), isOpenTo(tx, pen.keeper)));
  if (!lesson) return { kind: 'no-such-lesson' as const };
  const held = await listPlaces(tx, collectionId);
  if (held.length >= MOST_LESSONS) return { kind: 'full' as const };
  const [last] = await tx
    .select({ position: max(collectionLessons.position) })
    .from(collectionLessons)
    .where(eq(collectionLessons.collectionId, collectionId));
  const added = await tx
    .insert(collectionLessons)
    .values({ collectionId, lessonId, line, position: (last?.position ?? 0) + 1, addedAt: pen.now })
    .onConflictDoNothing()
    .returning({ lessonId: collectionLessons.lessonId });
  if (added.length > 0) await keepChange(tx, pen, { collectionId, change: 'lesson-added', lessonId });
  return { kind: 'saved' as const, slug: collection.slug };
}

/**
 * Puts the lessons of a collection in another order, with other lines, and takes some out. Lessons that somebody added
 * meanwhile stay, at the end.
 */
export async function arrangeLessons(
  tx: Writer,
  pen: Pen,
  { collectionId, places, removed }: { collectionId: string; places: readonly Place[]; removed: readonly string[] },
) {
  const { collectionLessons } = tx.tables;
  const collection = await findToKeep(tx, pen.keeper, collectionId);
  if (!collection) return { kind: 'no-such-collection' as const };
  const before = await listPlaces(tx, collectionId);
  const gone = before.filter(({ lessonId }) => removed.includes(lessonId));
  const stays = before.filter(({ lessonId }) => !removed.includes(lessonId));
  const after = arrange(stays, places);
  const isOf = (lessonIds: string[]) =>
    and(eq(collectionLessons.collectionId, collectionId), inArray(collectionLessons.lessonId, lessonIds));
  if (gone.length > 0) await tx.delete(collectionLessons).where(isOf(gone.map(({ lessonId }) => lessonId)));
  for (const { lessonId, ...place } of after)
    await tx
      .update(collectionLessons)
      .set(place)
      .where(isOf([lessonId]));
  for (const { lessonId } of gone) await keepChange(tx, pen, { collectionId, change: 'lesson-removed', lessonId });
  if (isOtherwise(stays, after)) await keepChange(tx, pen, { collectionId, change: 'order' });
  return { kind: 'saved' as const, slug: collection.slug };
}

function listPlaces(tx: Writer, collectionId: string): Promise<Place[]> {
  const { collectionLessons } = tx.tables;
  const { lessonId, position, line } = collectionLessons;
  return tx
    .select({ lessonId, position, line })
    .from(collectionLessons)
    .where(eq(collectionLessons.collectionId, collectionId))
    .orderBy(asc(position), asc(lessonId));
}

const isOtherwise = (before: readonly Place[], after: readonly Place[]) =>
  after.some(({ lessonId, line }, at) => lessonId !== before[at]?.lessonId || line !== before[at]?.line);
