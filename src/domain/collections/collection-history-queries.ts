import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { type AuthorRow, showAuthor } from '../lessons/lesson-author-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { personColumns } from './collection-part-queries.ts';

/** What was done to a collection, newest first. Names only to those who may know them, lessons only to those who may read them. */
export async function listChanges(read: Reader, viewer: Viewer, collectionId: string, most: number) {
  const { collectionChanges, people, lessons } = read.tables;
  const rows = await read
    .select({
      id: collectionChanges.id,
      change: collectionChanges.change,
      at: collectionChanges.changedAt,
      keeperId: collectionChanges.keeperId,
      by: personColumns(read),
      lesson: { slug: lessons.slug, title: lessons.title },
    })
    .from(collectionChanges)
    .leftJoin(people, eq(people.id, collectionChanges.changedById))
    .leftJoin(lessons, and(eq(lessons.id, collectionChanges.lessonId), inArray(lessons.circle, [...viewer.circles])))
    .where(eq(collectionChanges.collectionId, collectionId))
    .orderBy(desc(collectionChanges.changedAt), desc(collectionChanges.id))
    .limit(most);
  const meant = await listPeople(
    read,
    rows.flatMap(({ keeperId }) => keeperId ?? []),
  );
  return rows.map(({ by, keeperId, ...row }) => {
    const keeper = meant.find(({ id }) => id === keeperId);
    return { ...row, by: by ? say(viewer, by) : '', keeper: keeper ? say(viewer, keeper) : '' };
  });
}

export type ListedChange = Awaited<ReturnType<typeof listChanges>>[number];

function listPeople(read: Reader, ids: readonly string[]) {
  const { people } = read.tables;
  return read
    .select(personColumns(read))
    .from(people)
    .where(inArray(people.id, [...ids]));
}

function say(viewer: Viewer, person: NonNullable<AuthorRow['person']>): string {
  const { name, role } = showAuthor(viewer, { guestName: '', person, unit: null, organisation: null });
  return name ?? role;
}
