import { XMLParser } from 'fast-xml-parser';

interface AtomLink {
  '@rel': string;
  '@href': string;
}

interface AtomEntry {
  id?: string;
  title?: string;
  updated?: string;
  link?: AtomLink[];
  content?: unknown;
}

interface AtomFeed extends AtomEntry {
  '@xmlns': string;
  author?: unknown;
  entry: AtomEntry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  isArray: (name) => name === 'entry' || name === 'link',
});

/** What an Atom feed lacks of what RFC 4287 asks for, in sentences; nothing for a good one. */
export function faultsOf(body: string, address: string): string[] {
  const { feed } = parser.parse(body, true) as { feed: AtomFeed };
  const { entry: entries = [] } = feed;
  const all = [feed, ...entries];
  const ids = entries.map(({ id }) => id);
  return [
    ...(feed['@xmlns'] === 'http://www.w3.org/2005/Atom' ? [] : ['another namespace']),
    ...(hrefOf(feed, 'self') === address ? [] : [`self is ${hrefOf(feed, 'self')}`]),
    ...(feed.author ? [] : ['nobody speaks']),
    ...(new Set(ids).size === ids.length ? [] : ['two entries with one id']),
    ...all.flatMap(({ id, title, updated }) => [
      ...(URL.canParse(id ?? '') ? [] : [`id ${id}`]),
      ...(title ? [] : [`no title at ${id}`]),
      ...(isInstant(updated) ? [] : [`updated ${updated}`]),
    ]),
    ...entries.flatMap((entry) => (URL.canParse(hrefOf(entry, 'alternate') ?? '') ? [] : [`no page at ${entry.id}`])),
    ...entries.flatMap(({ id, content }) => (content === undefined ? [`nothing in ${id}`] : [])),
  ];
}

export const titlesIn = (body: string): string[] =>
  (parser.parse(body) as { feed: AtomFeed }).feed.entry.map(({ title = '' }) => title);

const hrefOf = ({ link }: AtomEntry, rel: string) => link?.find((one) => one['@rel'] === rel)?.['@href'];

const isInstant = (text = '') => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
