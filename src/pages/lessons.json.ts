import type { APIRoute } from 'astro';
import { jsonFeed } from '#server/feeds.ts';
import { lessonFeed } from '#server/lesson-feed.ts';

/** The newest lessons for everyone, as a JSON Feed. */
export const GET: APIRoute = async ({ locals }) => {
  const feed = await lessonFeed(locals.read, locals.site, '/lessons.json');
  return new Response(jsonFeed(feed), { headers: { 'content-type': 'application/feed+json; charset=utf-8' } });
};
