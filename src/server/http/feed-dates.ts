import type { Headers } from './answer.ts';

const MOST_FEEDS = 500;
const SECOND_MS = 1000;

/**
 * Since when each feed is as it is, as far as this process has seen: the dates of what stands in a feed do not tell when
 * something was taken out of it. Two forms of one feed never have the same date, which counts seconds.
 */
export function openFeedDates(now: () => Date) {
  const seen = new Map<string, { tag: string; at: number }>();
  return (url: string, tag: string): Date => {
    const before = seen.get(url);
    const thisSecond = Math.floor(now().getTime() / SECOND_MS) * SECOND_MS;
    const at = before === undefined ? thisSecond : Math.max(thisSecond, before.at + SECOND_MS);
    const known = before?.tag === tag ? before : { tag, at };
    seen.delete(url);
    seen.set(url, known);
    for (const oldest of seen.keys()) {
      if (seen.size <= MOST_FEEDS) break;
      seen.delete(oldest);
    }
    return new Date(known.at);
  };
}

export const isFeed = (headers: Headers) =>
  /^application\/(?:atom\+xml|feed\+json)/.test(String(headers['content-type']));
