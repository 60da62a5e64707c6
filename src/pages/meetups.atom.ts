import type { APIRoute } from 'astro';
import { feedAnswer } from '#server/feed-answer.ts';
import { meetupsFeed } from '#server/series-feed.ts';

/** The meetups for everyone as they open, for feed readers. */
export const GET: APIRoute = async ({ locals: { read, site, now } }) => feedAnswer(await meetupsFeed(read, site, now));
