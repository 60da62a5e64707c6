import { atomFeed, changedAt, type Feed, jsonFeed } from './feeds.ts';
import { currentSite } from './site.ts';

const FORMS = {
  atom: { write: atomFeed, type: 'application/atom+xml; charset=utf-8' },
  json: { write: jsonFeed, type: 'application/feed+json; charset=utf-8' },
};

/**
 * A feed as an answer that says where it lives, where its hub is (WebSub 1.0, section 4) and since when it is as it is.
 * The front server adds an entity tag, and answers 304 to whoever has it already.
 */
export function feedAnswer(feed: Feed, form: keyof typeof FORMS = 'atom'): Response {
  const { write, type } = FORMS[form];
  const hub = currentSite().settings.feedHub;
  const links = [`<${feed.siteUrl}${feed.feedPath}>; rel="self"`, ...(hub ? [`<${hub}>; rel="hub"`] : [])];
  return new Response(write({ ...feed, hub }), {
    headers: { 'content-type': type, link: links.join(', '), 'last-modified': changedAt(feed).toUTCString() },
  });
}

/** There is no such list, or not for everyone. */
export const noFeed = () => new Response('There is nothing to follow at this address.\n', { status: 404 });
