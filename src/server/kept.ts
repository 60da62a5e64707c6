import { currentSite, type Site } from './site.ts';

interface Shelf {
  mark: string | number;
  answers: Map<string, Promise<unknown>>;
}

const MOST_ANSWERS = 200;
const shelves = new WeakMap<Site, Shelf>();

/**
 * What was found out for `key`, until anything is written: for sums over a whole table that a page shows each time.
 * Whatever the answer depends on besides the database (the circle, the day) belongs in the key.
 */
export async function keepUntilWritten<Answer>(key: string, findOut: () => PromiseLike<Answer>): Promise<Answer> {
  const site = currentSite();
  const { answers } = shelfAt(site, await site.changes());
  const kept = answers.get(key) as Promise<Answer> | undefined;
  if (kept) return kept;
  const answer = (async () => await findOut())(); // a query of drizzle's is asked again each time it is awaited
  if (answers.size < MOST_ANSWERS) answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

/** Everything on the shelf was found out at one mark of the database: when that moves, all of it goes. */
function shelfAt(site: Site, mark: string | number): Shelf {
  const held = shelves.get(site);
  if (held?.mark === mark) return held;
  const empty = { mark, answers: new Map() };
  shelves.set(site, empty);
  return empty;
}
