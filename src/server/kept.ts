import type { Watch } from '#db/database.ts';
import { shareCurrent } from './share-current.ts';
import { currentSite, type Site } from './site.ts';

interface Kept {
  answer: Promise<unknown>;
  rests: Watch;
}

const MOST_ANSWERS = 200;
const shelves = new WeakMap<Site, Map<string, Kept>>();

/**
 * What was found out for `key`, until something it rests on is written: for sums over a whole table that a page shows
 * each time. Whatever the answer depends on besides the database (the circle, the day) belongs in the key.
 */
export async function keepUntilWritten<Answer>(key: string, findOut: () => PromiseLike<Answer>): Promise<Answer> {
  const site = currentSite();
  const shelf = shelfOf(site);
  const kept = await shareCurrent(shelf, key, () => {
    const rests = site.watch();
    const answer = rests.run(async () => await findOut()); // a query of drizzle's is asked again each time it is awaited
    answer.catch(() => shelf.delete(key));
    return { answer, rests };
  });
  for (const oldest of shelf.keys()) {
    if (shelf.size <= MOST_ANSWERS) break;
    shelf.delete(oldest);
  }
  return kept.rests.run(() => kept.answer as Promise<Answer>);
}

function shelfOf(site: Site): Map<string, Kept> {
  const shelf = shelves.get(site) ?? new Map();
  shelves.set(site, shelf);
  return shelf;
}
