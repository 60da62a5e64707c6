import type { Reader } from '#db/database.ts';
import { type FeedLesson, listFeedLessons } from '#domain/lessons/lesson-feed-queries.ts';
import { PART_HEADINGS, PARTS } from '#domain/lessons/lesson-rules.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

const MOST_ENTRIES = 30;

/** For the head of the pages whose news it is. */
export const LESSON_FEEDS = [
  { href: '/lessons.atom', title: 'Lessons', type: 'application/atom+xml' },
  { href: '/lessons.json', title: 'Lessons', type: 'application/feed+json' },
];

/** The newest lessons for everyone: the same feed whoever asks, since readers of feeds do not sign in. */
export async function lessonFeed(read: Reader, site: SiteFacts, feedPath: string): Promise<Feed> {
  const lessons = await listFeedLessons(read, MOST_ENTRIES);
  return {
    title: `Lessons – ${site.name}`,
    description: 'What somebody tried, how it went, and what they would do next time.',
    siteUrl: site.url,
    pagePath: '/lessons',
    feedPath,
    author: site.name,
    entries: lessons.map(entryOf),
  };
}

function entryOf(lesson: FeedLesson): FeedEntry {
  const html = {
    wanted: lesson.wantedHtml,
    happened: lesson.happenedHtml,
    why: lesson.whyHtml,
    nextTime: lesson.nextTimeHtml,
  };
  const told = PARTS.filter((part) => html[part] !== '');
  return {
    id: lesson.id,
    path: `/lessons/${lesson.slug}`,
    title: lesson.title,
    summary: lesson.tryThis,
    html: told.map((part) => `<h2>${PART_HEADINGS[part]}</h2>\n${html[part]}`).join('\n'),
    publishedAt: lesson.publishedAt,
    updatedAt: new Date(Math.max(lesson.updatedAt.getTime(), lesson.publishedAt.getTime())),
    authors: lesson.authors.flatMap(({ name }) => name ?? []),
    tags: lesson.tags,
  };
}
