import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { circlesSeenBy } from '../people/viewer.ts';
import { keepChange, type Pen } from './collection-commands.ts';
import { findToKeep, listKeeperIds } from './collection-queries.ts';
import { MOST_KEEPERS } from './collection-rules.ts';

/** Lets somebody else, who can read a collection, change it too. */
export async function addKeeper(
  tx: Writer,
  pen: Pen,
  { collectionId, email }: { collectionId: string; email: string },
) {
  const { people, collectionKeepers } = tx.tables;
  const collection = await findToKeep(tx, pen.keeper, collectionId);
  if (!collection) return { kind: 'no-such-collection' as const };
  const [person] = await tx
    .select({ id: people.id, circle: people.circle })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.leftAt)));
  if (!person) return { kind: 'no-such-person' as const };
  if (!circlesSeenBy(person.circle).includes(collection.circle)) return { kind: 'cannot-see-it' as const };
  if ((await listKeeperIds(tx, collectionId)).length >= MOST_KEEPERS) return { kind: 'enough-keepers' as const };
  const added = await tx
    .insert(collectionKeepers)
    .values({ collectionId, personId: person.id, keepsSince: pen.now })
    .onConflictDoNothing()
    .returning({ personId: collectionKeepers.personId });
  if (added.length > 0) await keepChange(tx, pen, { collectionId, change: 'keeper-added', keeperId: person.id });
  return { kind: 'saved' as const, slug: collection.slug };
}

/** Lets a keeper go, oneself too; never the last one. */
export async function letKeeperGo(
  tx: Writer,
  pen: Pen,
  { collectionId, personId }: { collectionId: string; personId: string },
) {
  const { collectionKeepers } = tx.tables;
  const collection = await findToKeep(tx, pen.keeper, collectionId);
  if (!collection) return { kind: 'no-such-collection' as const };
  const keepers = await listKeeperIds(tx, collectionId);
  if (!keepers.includes(personId)) return { kind: 'saved' as const, slug: collection.slug };
  if (keepers.length === 1) return { kind: 'last-keeper' as const };
  await tx
    .delete(collectionKeepers)
    .where(and(eq(collectionKeepers.collectionId, collectionId), eq(collectionKeepers.personId, personId)));
  await keepChange(tx, pen, { collectionId, change: 'keeper-left', keeperId: personId });
  return { kind: 'saved' as const, slug: collection.slug };
}
