import type { Reader } from '#db/database.ts';
import { listChannelNews } from '#domain/channels/channel-news-queries.ts';
import { type ChannelNews, sayNews, tellNews } from '#domain/channels/channel-news-rules.ts';
import { listFeedLessons } from '#domain/lessons/lesson-feed-queries.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import { lessonEntry } from './lesson-feed.ts';
import type { SiteFacts } from './site-facts.ts';

const MOST_NEWS = 50;
const MOST_LESSONS = 30;

/** Which channels opened, moved and closed. */
export async function channelsFeed(read: Reader, site: SiteFacts): Promise<Feed> {
  const news = await listChannelNews(read, MOST_NEWS);
  return {
    title: `Channels – ${site.name}`,
    description: 'Which channels opened, moved and closed.',
    siteUrl: site.url,
    pagePath: '/channels',
    feedPath: '/channels.atom',
    author: site.name,
    entries: news.map(newsEntry),
  };
}

/** What becomes of a channel that everybody may see, and the lessons about it. */
export async function channelFeed(
  read: Reader,
  site: SiteFacts,
  { id, slug, name }: { id: string; slug: string; name: string },
): Promise<Feed> {
  const [news, lessons] = await Promise.all([
    listChannelNews(read, MOST_NEWS, id),
    listFeedLessons(read, MOST_LESSONS, { channelId: id }),
  ]);
  const entries = [...news.map(newsEntry), ...lessons.map((lesson) => lessonEntry(lesson, site.zone))];
  return {
    title: `${name} – ${site.name}`,
    description: 'Whether it moves or closes, and what was learned with it.',
    siteUrl: site.url,
    pagePath: `/channels/${slug}`,
    feedPath: `/channels/${slug}.atom`,
    author: site.name,
    entries: entries.sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime()),
  };
}

function newsEntry(news: ChannelNews): FeedEntry {
  const told = tellNews(news);
  return {
    id: news.id,
    path: `/channels/${news.slug}`,
    title: sayNews(news),
    summary: told,
    html: `<p>${escapeHtml(told)}</p>`,
    publishedAt: news.at,
    updatedAt: news.at,
    authors: [],
    tags: [news.news],
  };
}
