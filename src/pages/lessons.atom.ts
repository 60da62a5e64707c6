import type { APIRoute } from 'astro';
import { atomFeed } from '#server/feeds.ts';
import { lessonFeed } from '#server/lesson-feed.ts';

/** The newest lessons for everyone, for feed readers. */
export const GET: APIRoute = async ({ locals }) => {
  const feed = await lessonFeed(locals.read, locals.site, '/lessons.atom');
  return new Response(atomFeed(feed), { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
