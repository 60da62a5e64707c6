import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { LessonEditor } from '../lessons/lesson-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { countLessonsIn, listKeepers } from './collection-part-queries.ts';
import { mayKeep } from './collection-rules.ts';

export const COLLECTIONS_PER_PAGE = 20;
const MOST_OWN = 100;

/** The collections this viewer may see, the last changed first, twenty to a page counted from 1, each with how many of its lessons they can read. */
export function listCollections(read: Reader, viewer: Viewer, page: number) {
  const { collections } = read.tables;
  return selectCollections(read, viewer)
    .orderBy(desc(collections.updatedAt), desc(collections.id))
    .limit(COLLECTIONS_PER_PAGE)
    .offset((page - 1) * COLLECTIONS_PER_PAGE);
}

export type ListedCollection = Awaited<ReturnType<typeof listCollections>>[number];

/** How many there are. */
export async function countCollections(read: Reader, viewer: Viewer): Promise<number> {
  const { collections, collectionWithdrawals } = read.tables;
  const [counted] = await read
    .select({ total: count() })
    .from(collections)
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, collections.id))
    .where(isOpen(read, viewer));
  return counted?.total ?? 0;
}

/** Those that somebody keeps and that do not hold this lesson yet, by name. */
export function listCollectionsToFill(read: Reader, editor: LessonEditor, lessonId: string) {
  const { collections, collectionWithdrawals, collectionKeepers, collectionLessons } = read.tables;
  const { id, slug, title, circle } = collections;
  const holding = read
    .select({ id: collectionLessons.collectionId })
    .from(collectionLessons)
    .where(eq(collectionLessons.lessonId, lessonId));
  return read
    .select({ id, slug, title, circle })
    .from(collectionKeepers)
    .innerJoin(collections, eq(id, collectionKeepers.collectionId))
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, id))
    .where(and(eq(collectionKeepers.personId, editor.person.id), isOpen(read, editor), sql`${id} not in ${holding}`))
    .orderBy(asc(title), asc(id))
    .limit(MOST_OWN);
}

/** A collection and its keepers as this viewer may see them; withdrawn ones too, with the reason. Undefined when there is none for them. */
export async function findCollection(read: Reader, viewer: Viewer, slug: string) {
  const { collections, collectionWithdrawals } = read.tables;
  const [found] = await read
    .select({
      collection: collections,
      withdrawal: { at: collectionWithdrawals.withdrawnAt, reason: collectionWithdrawals.reason },
    })
    .from(collections)
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, collections.id))
    .where(and(eq(collections.slug, slug), isSeen(read, viewer)));
  if (!found) return undefined;
  const keepers = await listKeepers(read, viewer, found.collection.id);
  const keeperIds = keepers.flatMap(({ personId }) => personId ?? []);
  const isKept = found.withdrawal === null && mayKeep(viewer, keeperIds);
  return { ...found.collection, withdrawal: found.withdrawal, keepers, isKept };
}

/** A collection that somebody may change now; undefined when it is not theirs, withdrawn, or there is none. */
export async function findToKeep(read: Reader | Writer, keeper: LessonEditor, collectionId: string) {
  const { collections, collectionWithdrawals } = read.tables;
  const { id, slug, circle } = collections;
  const [found] = await read
    .select({ id, slug, circle })
    .from(collections)
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, id))
    .where(and(eq(id, collectionId), isOpen(read, keeper)));
  return found && mayKeep(keeper, await listKeeperIds(read, collectionId)) ? found : undefined;
}

export async function listKeeperIds(read: Reader | Writer, collectionId: string): Promise<string[]> {
  const { collectionKeepers } = read.tables;
  const rows = await read
    .select({ id: collectionKeepers.personId })
    .from(collectionKeepers)
    .where(eq(collectionKeepers.collectionId, collectionId));
  return rows.map(({ id }) => id);
}

/** What a list shows of the collections a viewer may see. */
export function selectCollections(read: Reader, viewer: Viewer) {
  const { collections, collectionWithdrawals } = read.tables;
  const { id, slug, title, introduction, circle, startedAt, updatedAt } = collections;
  return read
    .select({ id, slug, title, introduction, circle, startedAt, updatedAt, lessons: countLessonsIn(read, viewer) })
    .from(collections)
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, id))
    .where(isOpen(read, viewer));
}

type Seeing = Pick<Viewer, 'circles'>;

const isSeen = ({ tables: { collections } }: Reader, { circles }: Seeing) => inArray(collections.circle, [...circles]);

const isOpen = (read: Reader, viewer: Seeing) =>
  and(isSeen(read, viewer), isNull(read.tables.collectionWithdrawals.collectionId));
