import type { APIRoute } from 'astro';
import { collectionFeed } from '#server/collection-feed.ts';
import { feedAnswer, noFeed } from '#server/feed-answer.ts';

/** What comes into a public collection, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, site } }) => {
  const feed = await collectionFeed(read, site, params.slug ?? '');
  return feed ? feedAnswer(feed) : noFeed();
};
