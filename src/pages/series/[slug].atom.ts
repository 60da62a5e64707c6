import type { APIRoute } from 'astro';
import { STRANGER } from '#domain/people/viewer.ts';
import { findSeries } from '#domain/series/series-queries.ts';
import { feedAnswer, noFeed } from '#server/feed-answer.ts';
import { seriesFeed } from '#server/series-feed.ts';

/** The dates of a public series as they open, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, now, site } }) => {
  const found = await findSeries(read, STRANGER, params.slug ?? '');
  if (!found) return noFeed();
  return feedAnswer(await seriesFeed(read, site, found.series, now));
};
