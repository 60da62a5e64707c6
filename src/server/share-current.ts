import type { Watch } from '#db/database.ts';

/**
 * What stands on the shelf under `key`, finished or still going on, as long as nothing that it rests on was written; else
 * what `make` puts in its place. Those who ask together share one, also where asking what was written takes a while.
 */
export async function shareCurrent<Thing extends { rests: Watch }>(
  shelf: Map<string, Thing>,
  key: string,
  make: () => Thing,
): Promise<Thing> {
  let standing = shelf.get(key);
  while (standing && !(await standing.rests.isCurrent())) {
    const newer = shelf.get(key);
    standing = newer === standing ? undefined : newer;
  }
  if (standing) return standing;
  const made = make();
  shelf.delete(key); // so that the shelf is in the order in which things were put there
  shelf.set(key, made);
  return made;
}
