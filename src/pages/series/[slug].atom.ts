import type { APIRoute } from 'astro';
import { STRANGER } from '#domain/people/viewer.ts';
import { findSeries } from '#domain/series/series-queries.ts';
import { atomFeed } from '#server/feeds.ts';
import { seriesFeed } from '#server/series-feed.ts';

/** The dates of a public series as they open, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, now, site } }) => {
  const found = await findSeries(read, STRANGER, params.slug ?? '');
  if (!found) return new Response('There is no such series.\n', { status: 404 });
  const feed = await seriesFeed(read, site, found.series, now);
  return new Response(atomFeed(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
