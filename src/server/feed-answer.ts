import { atomFeed, type Feed, jsonFeed } from './feeds.ts';
import { currentSite } from './site.ts';

const FORMS = {
  atom: { write: atomFeed, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
};

/**
 * A feed as an answer that says where it lives and where its hub is (WebSub 1.0, section 4). The front server adds an
 * entity tag and since when it is as it is, and answers 304 to whoever has it already.
 */
export function feedAnswer(feed: Feed, form: keyof typeof FORMS = 'atom'): Response {
  const { write, type } = FORMS[form];
  const hub = currentSite().settings.feedHub;
  const links = [`<${feed.siteUrl}${feed.feedPath}>; rel="self"`, ...(hub ? [`<${hub}>; rel="hub"`] : [])];
  return new Response(write({ ...feed, hub }), {
    headers: { 'content-type': `${type}; charset=utf-8`, link: links.join(', ') },
  });
}

/** There is no such list, or not for everyone. */
export const noFeed = () => new Response('There is nothing to follow at this address.\n', { status: 404 });

/** For the head of the page whose news it is. */
export const feedLinks = (path: string, title: string, forms: readonly (keyof typeof FORMS)[] = ['atom']) =>
  forms.map((form) => ({ href: `${path}.${form}`, title, type: FORMS[form].type }));
