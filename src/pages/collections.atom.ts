import type { APIRoute } from 'astro';
import { collectionsFeed } from '#server/collection-feed.ts';
import { feedAnswer } from '#server/feed-answer.ts';

/** The collections for everyone, for feed readers. */
export const GET: APIRoute = async ({ locals }) => feedAnswer(await collectionsFeed(locals.read, locals.site));
