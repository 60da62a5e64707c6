import type { APIRoute } from 'astro';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { localDay } from '#domain/time/date-words.ts';
import { channelFeed } from '#server/channel-feed.ts';
import { feedAnswer, noFeed } from '#server/feed-answer.ts';

/** What becomes of a channel that everybody may see, for feed readers. */
export const GET: APIRoute = async ({ params, locals: { read, now, site } }) => {
  const channel = await findChannel(read, STRANGER, params.slug ?? '', localDay(now, site.zone));
  return channel ? feedAnswer(await channelFeed(read, site, channel)) : noFeed();
};
