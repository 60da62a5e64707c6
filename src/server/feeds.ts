/** A feed as its noun thinks of it; `atomFeed` and `jsonFeed` write the same things in two forms. */
export interface Feed {
  title: string;
  description: string;
  /** The site's origin, without a slash at the end; paths below are within it. */
  siteUrl: string;
  /** The page whose news this is. */
  pagePath: string;
  feedPath: string;
  /** Who speaks when an entry names nobody. */
  author: string;
  entries: readonly FeedEntry[];
  /** Where readers can be told of news instead of asking (WebSub); none when not given. */
  hub?: string | undefined;
}

export interface FeedEntry {
  /** A UUID: the entry stays the same one wherever the site moves. */
  id: string;
  path: string;
  title: string;
  summary: string;
  /** Sanitised. */
  html: string;
  publishedAt: Date;
  updatedAt: Date;
  authors: readonly string[];
  tags: readonly string[];
}

/** Atom: RFC 4287. */
export function atomFeed(feed: Feed): string {
  const { siteUrl } = feed;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
${[
  element('id', siteUrl + feed.pagePath),
  element('title', feed.title),
  element('subtitle', feed.description),
  element('updated', latest(feed).toISOString()),
  `<link rel="self" type="application/atom+xml" href="${xml(siteUrl + feed.feedPath)}"/>`,
  ...(feed.hub ? [`<link rel="hub" href="${xml(feed.hub)}"/>`] : []),
  `<link rel="alternate" type="text/html" href="${xml(siteUrl + feed.pagePath)}"/>`,
  `<author>${element('name', feed.author)}</author>`,
  ...feed.entries.map((entry) => atomEntry(feed, entry)),
].join('\n')}
</feed>
`;
}

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed): string {
  const { siteUrl } = feed;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: siteUrl + feed.pagePath,
    feed_url: siteUrl + feed.feedPath,
    ...(feed.hub && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    language: 'en-GB',
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: `urn:uuid:${entry.id}`,
      url: siteUrl + entry.path,
      title: entry.title,
      ...(entry.summary && { summary: entry.summary }),
      content_html: withFullLinks(entry.html, siteUrl),
      date_published: entry.publishedAt.toISOString(),
      date_modified: entry.updatedAt.toISOString(),
      ...(entry.authors.length > 0 && { authors: entry.authors.map((name) => ({ name })) }),
      ...(entry.tags.length > 0 && { tags: entry.tags }),
    })),
  });
}

function atomEntry({ siteUrl }: Feed, entry: FeedEntry): string {
  return `<entry>
${[
  element('id', `urn:uuid:${entry.id}`),
  element('title', entry.title),
  `<link rel="alternate" type="text/html" href="${xml(siteUrl + entry.path)}"/>`,
  element('published', entry.publishedAt.toISOString()),
  element('updated', entry.updatedAt.toISOString()),
  ...entry.authors.map((name) => `<author>${element('name', name)}</author>`),
  ...entry.tags.map((tag) => `<category term="${xml(tag)}"/>`),
  ...(entry.summary ? [element('summary', entry.summary)] : []),
  `<content type="html">${xml(withFullLinks(entry.html, siteUrl))}</content>`,
].join('\n')}
</entry>`;
}

const element = (name: string, text: string) => `<${name}>${xml(text)}</${name}>`;

/** A feed without entries has not changed since the beginning of time. */
const latest = ({ entries }: Feed) => new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));

/** What is on this site begins with a slash in what `Markdown.render` writes; a feed is read elsewhere. */
const withFullLinks = (html: string, siteUrl: string) =>
  html.replace(/<(?:a|img|source) [^>]*>/g, (tag) =>
    tag
      .replace(/(?<= (?:href|src)=")\//, `${siteUrl}/`)
      .replace(/ srcset="[^"]*"/, (set) => set.replaceAll('/pictures/', `${siteUrl}/pictures/`)),
  );

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no way at all to write most control characters: they are left out. */
export const xml = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
