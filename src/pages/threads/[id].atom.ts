import type { APIRoute } from 'astro';
import { feedAnswer, noFeed } from '#server/feed-answer.ts';
import { threadFeed } from '#server/thread-feed.ts';

/** What is said under something that everyone may see, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, site } }) => {
  const feed = await threadFeed(read, site, params.id ?? '');
  return feed ? feedAnswer(feed) : noFeed();
};
