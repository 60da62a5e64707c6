import type { APIRoute } from 'astro';
import { channelsFeed } from '#server/channel-feed.ts';
import { feedAnswer } from '#server/feed-answer.ts';

/** Which channels opened, moved and closed, for feed readers. */
export const GET: APIRoute = async ({ locals: { read, site } }) => feedAnswer(await channelsFeed(read, site));
