import type { APIRoute } from 'astro';
import { feedAnswer } from '#server/feed-answer.ts';
import { lessonFeed } from '#server/lesson-feed.ts';

/** The newest lessons for everyone, as a JSON Feed. */
export const GET: APIRoute = async ({ locals }) =>
  feedAnswer(await lessonFeed(locals.read, locals.site, 'json'), 'json');
