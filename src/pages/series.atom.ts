import type { APIRoute } from 'astro';
import { feedAnswer } from '#server/feed-answer.ts';
import { allSeriesFeed } from '#server/series-feed.ts';

/** The series for everyone, for feed readers. */
export const GET: APIRoute = async ({ locals: { read, site, now } }) =>
  feedAnswer(await allSeriesFeed(read, site, now));
