import { XMLParser } from 'fast-xml-parser';
import { fitPost } from '#domain/lessons/outside-post-rules.ts';
import { writePlainMarkdown } from './plain-markdown.ts';
import { readMoment } from './post-facts.ts';
import type { PostRead } from './post-file.ts';

/** One entry of any kind of feed. */
interface Entry {
  id: string;
  title: string;
  url: string;
  html: string;
  at: string;
  authors: string[];
  tags: string[];
  original: string;
}

/** Reads a feed (RSS 2.0, Atom 1.0 or JSON Feed 1.1); one sentence when it is none. Nothing it names is fetched. */
export function readFeedFile(file: string, zone: string): PostRead[] | string {
  const entries = file.trimStart().startsWith('{') ? jsonEntries(file) : xmlEntries(file);
  return typeof entries === 'string' ? entries : entries.map((entry) => readEntry(entry, zone));
}

function readEntry({ id, title, url, html, at, authors, tags, original }: Entry, zone: string): PostRead {
  const key = id || url;
  const leftOut = (sentence: string) => ({ kind: 'left-out' as const, key: key || title, sentence });
  if (!key) return leftOut('It has neither an id nor a link.');
  if (!title.trim()) return leftOut('It has no title.');
  const base = URL.parse(url)?.href ?? null;
  const { text, remarks } = writePlainMarkdown(html, base);
  if (!text) return leftOut('It has no text in the feed.');
  const publishedAt = readMoment(at, zone) ?? instantOf(at);
  const undated = publishedAt ? [] : ['It has no date that can be read.'];
  const post = {
    key,
    title: title.trim(),
    publishedAt,
    isDraft: false,
    authors,
    tags,
    text,
    pictures: [],
    url: base,
    original,
  };
  return { kind: 'post', post: fitPost({ ...post, remarks: [...undated, ...remarks] }) };
}

/** A date as mail writes it (RFC 822), which RSS uses. */
function instantOf(written: string): Date | null {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? null : at;
}

const NO_FEED = 'This is no feed we can read: it should be RSS 2.0, Atom 1.0 or JSON Feed 1.1.';

type Node = Record<string, unknown>;

const ALWAYS_LISTS = ['item', 'entry', 'category', 'author', 'link', 'dc:creator'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
  isArray: (name) => ALWAYS_LISTS.includes(name),
});

function xmlEntries(file: string): Entry[] | string {
  try {
    const { rss, feed } = parser.parse(file, true) as { rss?: { channel?: Node }; feed?: Node };
    if (rss?.channel) return listOf(rss.channel['item']).map(rssEntry);
    return feed ? listOf(feed['entry']).map(atomEntry) : NO_FEED;
  } catch {
    return NO_FEED;
  }
}

const rssEntry = (item: Node): Entry => ({
  id: textOf(item['guid']),
  title: textOf(item['title']),
  url: textOf(listOf(item['link'])[0]),
  html: textOf(item['content:encoded']) || textOf(item['description']),
  at: textOf(item['pubDate']) || textOf(item['dc:date']),
  authors: [...listOf(item['dc:creator']), ...listOf(item['author'])].map(textOf).filter(Boolean),
  tags: listOf(item['category']).map(textOf),
  original: JSON.stringify(item, null, 2),
});

function atomEntry(entry: Node): Entry {
  const links = listOf(entry['link']);
  const link = links.find((one) => [undefined, 'alternate'].includes(one['@rel'] as string | undefined));
  return {
    id: textOf(entry['id']),
    title: textOf(entry['title']),
    url: String(link?.['@href'] ?? ''),
    html: textOf(entry['content']) || textOf(entry['summary']),
    at: textOf(entry['published']) || textOf(entry['updated']),
    authors: listOf(entry['author']).map((author) => textOf(author['name'])),
    tags: listOf(entry['category']).map((category) => String(category['@label'] ?? category['@term'] ?? '')),
    original: JSON.stringify(entry, null, 2),
  };
}

function jsonEntries(file: string): Entry[] | string {
  try {
    const feed = JSON.parse(file) as Node;
    if (!String(feed['version']).startsWith('https://jsonfeed.org/version/')) return NO_FEED;
    return listOf(feed['items']).map((item) => ({
      id: textOf(item['id']),
      title: textOf(item['title']),
      url: textOf(item['url']),
      html: textOf(item['content_html']) || textOf(item['content_text']),
      at: textOf(item['date_published']),
      authors: listOf(item['authors']).map((author) => textOf(author['name'])),
      tags: (Array.isArray(item['tags']) ? item['tags'] : []).map(textOf),
      original: JSON.stringify(item, null, 2),
    }));
  } catch {
    return NO_FEED;
  }
}

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value : value ? [value as Node] : []);

/** The words of an element, whether it has attributes or not. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' && value !== null ? textOf((value as Node)['#text']) : '';
}
