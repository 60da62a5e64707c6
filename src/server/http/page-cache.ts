import type { Answer, Headers } from './answer.ts';
import { isFeed, openFeedDates } from './feed-dates.ts';
import { type KeptAnswer, keepAnswer, tagOf } from './kept-answer.ts';

/** A mark of the database that moves with every write: see `Database.changes`. */
export type Mark = string | number;

export interface PageCache {
  /** The page kept for this address, if nothing was written since and it is young. */
  find(url: string, mark: Mark): KeptAnswer | undefined;
  /**
   * Renders and keeps the page. Those who ask meanwhile, with the same mark, wait for the same rendering.
   *
   * @param mark the database's mark as it was before rendering.
   * @returns the kept page, or the bare answer when it is not for keeping.
   */
  fill(url: string, mark: Mark, render: () => Promise<Answer>): Promise<KeptAnswer | Answer>;
}

const YOUNG_MS = 60_000;
const LONGEST_ADDRESS = 1000;
/** What an entry costs beside its bytes, and how much its compressed forms add. */
const ENTRY_BYTES = 4000;
const FORMS_SHARE = 1.5;

/** Pages for people who are not signed in, all rendered at one mark: when it moves, they all go. */
export function openPageCache({ most, now, common }: { most: number; now: () => Date; common: Headers }): PageCache {
  const pages = new Map<string, { kept: KeptAnswer; since: number; cost: number }>();
  const rendering = new Map<string, { mark: Mark; page: Promise<KeptAnswer | Answer> }>();
  const dateOf = openFeedDates(now);
  let held: Mark | undefined;
  let bytes = 0;

  function find(url: string, mark: Mark): KeptAnswer | undefined {
    if (mark !== held) empty(mark);
    const page = pages.get(url);
    return page && Math.abs(now().getTime() - page.since) < YOUNG_MS ? page.kept : undefined;
  }

  async function fill(url: string, mark: Mark, render: () => Promise<Answer>): Promise<KeptAnswer | Answer> {
    const running = rendering.get(url);
    const shared = running?.mark === mark ? await running.page : undefined;
    if (shared && 'tag' in shared) return shared;
    const page = render().then((answer) => keep(url, mark, answer));
    rendering.set(url, { mark, page });
    try {
      return await page;
    } finally {
      if (rendering.get(url)?.page === page) rendering.delete(url);
    }
  }

  function keep(url: string, mark: Mark, answer: Answer): KeptAnswer | Answer {
    if (!isForEveryone(answer)) return answer;
    const kept = keepAnswer({
      ...answer,
      headers: {
        ...answer.headers,
        ...common,
        'cache-control': saysHowLong(answer) ?? 'no-cache',
        vary: answer.headers['vary'] ?? 'cookie',
        ...(isFeed(answer.headers) && { 'last-modified': dateOf(url, tagOf(answer.body)).toUTCString() }),
      },
    });
    if (mark === held && url.length <= LONGEST_ADDRESS) store(url, kept);
    return kept;
  }

  function store(url: string, kept: KeptAnswer) {
    remove(url);
    const cost = kept.plain.body.length * FORMS_SHARE + ENTRY_BYTES;
    pages.set(url, { kept, since: now().getTime(), cost });
    bytes += cost;
    for (const oldest of pages.keys()) {
      if (bytes <= most) return;
      remove(oldest);
    }
  }

  function remove(url: string) {
    bytes -= pages.get(url)?.cost ?? 0;
    pages.delete(url);
  }

  function empty(mark: Mark) {
    held = mark;
    bytes = 0;
    pages.clear();
  }

  return { find, fill };
}

/** Only whole, good answers that leave no cookie and do not ask to be forgotten. */
function isForEveryone({ status, headers }: Answer): boolean {
  return (
    status === 200 && !headers['set-cookie'] && !/private|no-store|immutable/i.test(String(headers['cache-control']))
  );
}

/** For how long anybody may keep it, where the answer itself says so: pictures for ever, badges for minutes. */
export const saysHowLong = ({ headers }: Answer): string | undefined =>
  /^public,.*/.exec(String(headers['cache-control']))?.[0];
