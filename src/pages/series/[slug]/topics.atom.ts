import type { APIRoute } from 'astro';
import { STRANGER } from '#domain/people/viewer.ts';
import { findSeries } from '#domain/series/series-queries.ts';
import { feedAnswer, noFeed } from '#server/feed-answer.ts';
import { topicsFeed } from '#server/series-feed.ts';

/** The topics that a public series could talk about, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, now, site } }) => {
  const found = await findSeries(read, STRANGER, params.slug ?? '');
  return found ? feedAnswer(await topicsFeed(read, site, found.series, now)) : noFeed();
};
