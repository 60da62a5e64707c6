import type { APIContext } from 'astro';
import { findCollection } from '#domain/collections/collection-queries.ts';
import { refusal } from './guards.ts';

/** The collection of a page that only its keepers may open; undefined when there is none to see. @throws a refusal for anybody else. */
export async function findKeptCollection({ params, locals }: Pick<APIContext, 'params' | 'locals'>) {
  const collection = await findCollection(locals.read, locals.viewer, params['slug'] ?? '');
  if (!collection) return undefined;
  if (collection.withdrawal) throw refusal('GONE', 'This collection has been withdrawn.');
  if (!collection.isKept) throw refusal('FORBIDDEN', 'Only the keepers of a collection can change it.');
  return collection;
}
