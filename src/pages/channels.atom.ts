import type { APIRoute } from 'astro';
import { listChannelNews } from '#domain/channels/channel-news-queries.ts';
import { type ChannelNews, sayNews, tellNews } from '#domain/channels/channel-news-rules.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { feedAnswer } from '#server/feed-answer.ts';
import type { FeedEntry } from '#server/feeds.ts';

const MOST_ENTRIES = 50;

/** Which channels opened, moved and closed, for feed readers. */
export const GET: APIRoute = async ({ locals: { read, site } }) => {
  const news = await listChannelNews(read, MOST_ENTRIES);
  return feedAnswer({
    title: `Channels – ${site.name}`,
    description: 'Which channels opened, moved and closed.',
    siteUrl: site.url,
    pagePath: '/channels',
    feedPath: '/channels.atom',
    author: site.name,
    entries: news.map(entryOf),
  });
};

function entryOf(news: ChannelNews): FeedEntry {
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
