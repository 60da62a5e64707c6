import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type LessonEditor, mayGiveTo } from '../lessons/lesson-rules.ts';
import { forgetEntry, saveEntry } from '../search/search-commands.ts';
import { findToKeep } from './collection-queries.ts';
import { type Change, type CollectionWords, collectionSlugs } from './collection-rules.ts';

/** Who changes a collection, when, and where ids come from. */
export interface Pen {
  keeper: LessonEditor;
  newId(): string;
  now: Date;
}

/** Starts a collection; whoever does keeps it. Sending the form twice starts one. */
export async function startCollection(tx: Writer, pen: Pen, collectionId: string, words: CollectionWords) {
  const { collections, collectionKeepers } = tx.tables;
  if (!mayGiveTo(pen.keeper, words.circle)) return { kind: 'not-your-circle' as const };
  const slug = await findFreeSlug(tx, words.title, collectionId);
  const by = pen.keeper.person.id;
  const started = await tx
    .insert(collections)
    .values({ id: collectionId, slug, ...words, startedById: by, startedAt: pen.now, updatedAt: pen.now })
    .onConflictDoNothing()
    .returning({ id: collections.id });
  if (started.length === 0) return { kind: 'started-already' as const };
  await tx.insert(collectionKeepers).values({ collectionId, personId: by, keepsSince: pen.now });
  await keepChange(tx, pen, { collectionId, change: 'started' });
  await keepEntry(tx, { id: collectionId, slug }, words);
  return { kind: 'saved' as const, slug };
}

/** Changes what a collection says of itself, and who can read it. Its address stays. */
export async function editCollection(tx: Writer, pen: Pen, collectionId: string, words: CollectionWords) {
  const { collections } = tx.tables;
  const before = await findToKeep(tx, pen.keeper, collectionId);
  if (!before) return { kind: 'no-such-collection' as const };
  if (words.circle !== before.circle && !mayGiveTo(pen.keeper, words.circle))
    return { kind: 'not-your-circle' as const };
  await tx.update(collections).set(words).where(eq(collections.id, collectionId));
  await keepChange(tx, pen, { collectionId, change: 'words' });
  await keepEntry(tx, before, words);
  return { kind: 'saved' as const, slug: before.slug };
}

/** Takes a collection back for good. Its address goes on to say that, and why; the lessons stay as they are. */
export async function withdrawCollection(
  tx: Writer,
  pen: Pen,
  { collectionId, reason }: { collectionId: string; reason: string },
) {
  const before = await findToKeep(tx, pen.keeper, collectionId);
  if (!before) return { kind: 'no-such-collection' as const };
  await tx
    .insert(tx.tables.collectionWithdrawals)
    .values({ collectionId, reason, withdrawnAt: pen.now, withdrawnById: pen.keeper.person.id });
  await keepChange(tx, pen, { collectionId, change: 'withdrawn' });
  await forgetEntry(tx, 'collection', collectionId);
  return { kind: 'saved' as const, slug: before.slug };
}

/** Writes down who did what to a collection, which makes it newer. */
export async function keepChange(
  tx: Writer,
  { keeper, newId, now }: Pen,
  change: { collectionId: string; change: Change; lessonId?: string; keeperId?: string },
) {
  const { collections, collectionChanges } = tx.tables;
  await tx.insert(collectionChanges).values({ id: newId(), ...change, changedAt: now, changedById: keeper.person.id });
  await tx.update(collections).set({ updatedAt: now }).where(eq(collections.id, change.collectionId));
}

async function findFreeSlug(tx: Writer, title: string, id: string): Promise<string> {
  const { collections } = tx.tables;
  const wanted = collectionSlugs(title, id);
  const rows = await tx
    .select({ slug: collections.slug })
    .from(collections)
    .where(and(inArray(collections.slug, wanted), ne(collections.id, id)));
  const taken = new Set(rows.map(({ slug }) => slug));
  return wanted.find((slug) => !taken.has(slug)) ?? id;
}

const keepEntry = (tx: Writer, { id, slug }: { id: string; slug: string }, words: CollectionWords) =>
  saveEntry(tx, {
    kind: 'collection',
    subjectId: id,
    circle: words.circle,
    path: `/collections/${slug}`,
    title: words.title,
    body: words.introduction,
  });
