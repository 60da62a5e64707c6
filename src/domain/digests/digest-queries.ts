import { and, eq, lte } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { listListeners, listTold } from '../follows/listener-queries.ts';
import { listNews } from '../follows/news-queries.ts';
import {
  circlesThatSee,
  type Listener,
  newsByFollow,
  newsFor,
  type Telling,
  tellingKey,
} from '../follows/news-rules.ts';
import { highestFirst, isOpenTo, selectByStanding } from '../lessons/open-lesson-queries.ts';
import { listUpcoming } from '../meetups/meetup-list-queries.ts';
import { type Circle, viewerIn } from '../people/viewer.ts';
import { listAnswered } from '../series/opening-queries.ts';

const DAY = 86_400_000;
/** Longer than from one monthly digest to the next. What is older is no news. */
const STILL_NEWS_MS = 40 * DAY;
const MOST_NEWS = 30;
const MOST_WORTH_TRYING = 400;
const MOST_AHEAD = 6;

/** What one digest tells, none of which its reader has been told before. */
export interface Digest {
  listener: Listener;
  tellings: Telling[];
  next: Awaited<ReturnType<typeof listUpcoming>>[number] | undefined;
  worthTrying: Awaited<ReturnType<typeof listWorthTrying>>[number] | undefined;
}

/**
 * The digests that these addresses would get now. One without news and without a meetup ahead to tell of is none at all.
 * The queries are the same, however many they are.
 */
export async function listDigests(read: Reader, emails: readonly string[], now: Date): Promise<Digest[]> {
  const listeners = await listListeners(read, emails, 'digest');
  if (listeners.length === 0) return [];
  const [news, toldTo, nextFor, lessons] = await Promise.all([
    listNews(read, new Date(now.getTime() - STILL_NEWS_MS), now),
    listTold(read, emails),
    listNextFor(read, listeners, now),
    listWorthTrying(read),
  ]);
  const byFollow = newsByFollow(news);
  const digests = listeners.map((listener) => {
    const told = toldTo(listener.email);
    const tellings = newsFor(listener, byFollow, told).slice(0, MOST_NEWS);
    for (const { news } of tellings) told.add(tellingKey(news));
    const next = nextFor(listener, told);
    const worthTrying = lessons.find((lesson) => isFor(lesson, listener, told));
    return { listener, tellings, next, worthTrying };
  });
  return digests.filter(({ tellings, next }) => tellings.length > 0 || next !== undefined);
}

/** The digests whose time has come, longest due first, and whether their addresses still want them. */
export function listDueDigests(read: Reader, now: Date, most: number) {
  const { digests, mailRefusals } = read.tables;
  const { email, rhythm, weekday, hour } = digests;
  return read
    .select({ email, rhythm, weekday, hour, refusedAt: mailRefusals.refusedAt })
    .from(digests)
    .leftJoin(mailRefusals, and(eq(mailRefusals.email, email), eq(mailRefusals.kind, 'digest')))
    .where(lte(digests.dueAt, now))
    .orderBy(digests.dueAt, email)
    .limit(most);
}

/** How often an address wants its digest, and when the next is due; undefined when it never chose to get one. */
export async function findDigestChoice(read: Reader, email: string) {
  const { digests } = read.tables;
  const [choice] = await read.select().from(digests).where(eq(digests.email, email));
  return choice;
}

/** The next date of each circle, for whoever has neither heard of it nor answered. */
async function listNextFor(read: Reader, listeners: readonly Listener[], now: Date) {
  const circles = [...new Set(listeners.map(({ circle }) => circle))];
  const ahead = await Promise.all(circles.map((circle) => findNext(read, listeners, circle, now)));
  return ({ email, circle }: Listener, told: ReadonlySet<string>) => {
    const { date, answered } = ahead[circles.indexOf(circle)] ?? {};
    const isNews = date && !answered?.has(email) && !told.has(tellingKey({ kind: 'meetup', subjectId: date.id }));
    return isNews ? date : undefined;
  };
}

async function findNext(read: Reader, listeners: readonly Listener[], circle: Circle, now: Date) {
  const dates = await listUpcoming(read, viewerIn(circle), now, MOST_AHEAD);
  const date = dates.find(({ cancelledAt }) => cancelledAt === null);
  const emails = listeners.filter((listener) => listener.circle === circle).map(({ email }) => email);
  return { date, answered: date && (await listAnswered(read, date.id, emails)) };
}

/** The lessons that stand highest, whatever their circle: see `standing-rules.ts`. */
async function listWorthTrying(read: Reader) {
  const rows = await selectByStanding(read)
    .where(isOpenTo(read, viewerIn('staff')))
    .orderBy(...highestFirst(read))
    .limit(MOST_WORTH_TRYING);
  return rows.filter(({ tryThis }) => tryThis !== '');
}

const isFor = (lesson: { id: string; circle: Circle }, { circle }: Listener, told: ReadonlySet<string>) =>
  circlesThatSee(lesson.circle).includes(circle) && !told.has(tellingKey({ kind: 'lesson', subjectId: lesson.id }));
