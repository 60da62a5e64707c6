import type { Reader } from '#db/database.ts';
import { type FeedAbout, type FeedLesson, listFeedLessons } from '#domain/lessons/lesson-feed-queries.ts';
import { PART_HEADINGS, PARTS } from '#domain/lessons/lesson-rules.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { localTime, sayDate } from '#domain/time/date-words.ts';
import { feedLinks } from './feed-answer.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

const MOST_ENTRIES = 30;

/** A list of lessons that can be followed. */
export interface LessonList {
  title: string;
  description: string;
  /** The page that shows it; its feeds stand at the same address with `.atom` and `.json`. */
  pagePath: string;
  about: FeedAbout;
}

export const ALL_LESSONS: LessonList = {
  title: 'Lessons',
  description: 'What somebody tried, how it went, and what they would do next time.',
  pagePath: '/lessons',
  about: {},
};

/** For the head of the pages whose news it is. */
export const LESSON_FEEDS = feedLinks('/lessons', 'Lessons', ['atom', 'json']);

/** The newest lessons of a list for everyone: the same feed whoever asks, since readers of feeds do not sign in. */
export async function lessonFeed(
  read: Reader,
  site: SiteFacts,
  form: 'atom' | 'json',
  { title, about, ...list }: LessonList = ALL_LESSONS,
): Promise<Feed> {
  const lessons = await listFeedLessons(read, MOST_ENTRIES, about);
  return {
    title: `${title} – ${site.name}`,
    ...list,
    siteUrl: site.url,
    feedPath: `${list.pagePath}.${form}`,
    author: site.name,
    entries: lessons.map((lesson) => lessonEntry(lesson, site.zone)),
  };
}

export function lessonEntry(lesson: FeedLesson, zone: string): FeedEntry {
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
    html: [
      ...lesson.updates.map((update) => `<p>${escapeHtml(sayUpdate(update, zone))}</p>`),
      ...told.map((part) => `<h2>${PART_HEADINGS[part]}</h2>\n${html[part]}`),
    ].join('\n'),
    publishedAt: lesson.publishedAt,
    updatedAt: new Date(Math.max(lesson.updatedAt.getTime(), lesson.publishedAt.getTime())),
    authors: lesson.authors.flatMap(({ name }) => name ?? []),
    tags: lesson.tags,
  };
}

const sayUpdate = ({ said, saidAt }: FeedLesson['updates'][number], zone: string) =>
  `Updated on ${sayDate(localTime(saidAt, zone))}: ${said}`;
