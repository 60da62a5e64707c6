import type { Watch } from '#db/database.ts';
import { shareCurrent } from '../share-current.ts';
import type { Answer, Headers } from './answer.ts';
import { isFeed, openFeedDates } from './feed-dates.ts';
import { type KeptAnswer, keepAnswer, tagOf } from './kept-answer.ts';

export interface PageCache {
  /** The page kept for this address, if nothing it shows was written since and it is young. */
  find(url: string): KeptAnswer | undefined | Promise<KeptAnswer | undefined>;
  /**
   * Renders and keeps the page. Those who ask meanwhile wait for the same rendering, unless something it has read by
   * then was written.
   *
   * @returns the kept page, or the bare answer when it is not for keeping.
   */
  fill(url: string, render: () => Promise<Answer>): Promise<KeptAnswer | Answer>;
}

const YOUNG_MS = 60_000;
const LONGEST_ADDRESS = 1000;
/** What an entry costs beside its bytes, and how much its compressed forms add. */
const ENTRY_BYTES = 4000;
const FORMS_SHARE = 1.5;

interface Options {
  /** How many bytes it holds. */
  most: number;
  now: () => Date;
  common: Headers;
  watch: () => Watch;
}

interface Page {
  kept: KeptAnswer;
  rests: Watch;
  since: number;
  cost: number;
}

interface Rendering {
  render: () => Promise<Answer>;
  page: Promise<KeptAnswer | Answer>;
  rests: Watch;
}

/** Pages for people who are not signed in. */
export function openPageCache({ most, now, common, watch }: Options): PageCache {
  const pages = new Map<string, Page>();
  const renderings = new Map<string, Rendering>();
  const dateOf = openFeedDates(now);
  let bytes = 0;

  const isYoung = ({ since }: Page) => Math.abs(now().getTime() - since) < YOUNG_MS;

  function find(url: string) {
    const page = pages.get(url);
    if (!page || !isYoung(page)) return undefined;
    const isCurrent = page.rests.isCurrent();
    if (isCurrent instanceof Promise) return isCurrent.then((still) => (still ? page.kept : undefined));
    return isCurrent ? page.kept : undefined;
  }

  async function fill(url: string, render: () => Promise<Answer>): Promise<KeptAnswer | Answer> {
    const own = () => begin(url, render);
    const begun = await shareCurrent(renderings, url, own);
    try {
      const page = await begun.page;
      return begun.render === render || 'tag' in page ? page : await own().page;
    } finally {
      if (renderings.get(url) === begun) renderings.delete(url);
    }
  }

  function begin(url: string, render: () => Promise<Answer>): Rendering {
    const rests = watch();
    return { rests, render, page: rests.run(render).then((answer) => keep(url, rests, answer)) };
  }

  function keep(url: string, rests: Watch, answer: Answer): KeptAnswer | Answer {
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
    if (url.length <= LONGEST_ADDRESS) store(url, rests, kept);
    return kept;
  }

  function store(url: string, rests: Watch, kept: KeptAnswer) {
    remove(url);
    const cost = kept.plain.body.length * FORMS_SHARE + ENTRY_BYTES;
    pages.set(url, { kept, rests, since: now().getTime(), cost });
    bytes += cost;
    for (const [oldest, page] of pages) {
      if (bytes <= most && isYoung(page)) return;
      remove(oldest);
    }
  }

  function remove(url: string) {
    bytes -= pages.get(url)?.cost ?? 0;
    pages.delete(url);
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
