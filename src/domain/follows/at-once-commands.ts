import type { Writer } from '#db/database.ts';
import { planJobsOnce } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { addFollowLinks } from './follow-link-commands.ts';
import { listHeardAtOnce, listUntold } from './listener-queries.ts';
import { newsLetter } from './news-letters.ts';
import { listNewsAtOnce } from './news-queries.ts';
import { followKey, type News, newsByFollow, newsFor, tellingKey } from './news-rules.ts';
import { noteTold } from './telling-commands.ts';

/** The job that looks for news, and the one that tells of a piece of it. */
export const LOOK_FOR_NEWS = 'look-for-news';
export const TELL_AT_ONCE = 'tell-at-once';

const DAY = 86_400_000;
/** How old news may be when it is told at once: a site that stood still for a weekday or two tells what it missed. */
const STILL_NEWS_MS = 3 * DAY;
const LOOK_EVERY_MS = 5 * 60_000;
const MOST_AT_ONCE = 200;

/** Plans to tell of what is new and followed: each piece once. Five minutes leave an author time to take back a slip. */
export async function lookForNews(tx: Writer, _: string, { newId }: Stationery, now: Date): Promise<Date> {
  const news = await listNewsAtOnce(tx, new Date(now.getTime() - STILL_NEWS_MS));
  const heard = await listHeardAtOnce(tx);
  const wanted = news.filter(({ about }) => about.some((one) => heard.has(followKey(one))));
  const plans = wanted.map((one) => ({ id: newId(), kind: TELL_AT_ONCE, subjectId: tellingKey(one), dueAt: now }));
  await planJobsOnce(tx, plans);
  return new Date(now.getTime() + LOOK_EVERY_MS);
}

/**
 * Tells those who want to hear at once of a piece of news, two hundred in one write.
 *
 * @param key as `tellingKey` says it.
 * @returns now, while there are more of them.
 */
export async function tellAtOnce(tx: Writer, key: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const all = await listNewsAtOnce(tx, new Date(now.getTime() - STILL_NEWS_MS));
  const news = all.find((one) => tellingKey(one) === key);
  if (!news) return null;
  const tellings = await listTellings(tx, news);
  const some = tellings.slice(0, MOST_AT_ONCE);
  const links = await addFollowLinks(
    tx,
    some.map(({ follow }) => follow),
    stationery,
  );
  const post = some.map(({ listener, telling }, at) => ({
    id: stationery.newId(),
    letter: newsLetter(listener, telling, links[at] ?? '', stationery),
  }));
  await queueLetters(tx, post, stationery, now);
  await noteTold(
    tx,
    some.map(({ listener: { email } }) => ({ email, kind: news.kind, subjectId: news.subjectId })),
    now,
  );
  return tellings.length > some.length ? now : null;
}

async function listTellings(tx: Writer, news: News) {
  const listeners = await listUntold(tx, news);
  const byFollow = newsByFollow([news]);
  return listeners.flatMap((listener) => {
    const [telling] = newsFor(listener, byFollow, new Set());
    const [follow] = listener.follows;
    return telling && follow ? [{ listener, telling, follow }] : [];
  });
}
