import { fitPost, type OutsidePicture, type OutsidePost, withLead } from '#domain/lessons/outside-post-rules.ts';
import { MOST_PICTURES } from '#domain/pictures/picture-rules.ts';
import { newId } from '../chance.ts';
import { readFrontMatter } from '../front-matter.ts';
import { type PictureMention, writePlainMarkdown } from './plain-markdown.ts';
import { nameOf, readMoment, readTitle, readWords } from './post-facts.ts';
import { replaceShortcodes } from './shortcodes.ts';

export interface PostContext {
  /** The site the posts come from: its links are followed from there. */
  siteUrl: string | null;
  /** Names of authors by the keys that front matter uses. */
  names: ReadonlyMap<string, string>;
  /** The IANA zone of times without one. */
  zone: string;
  /** The file that a picture's address in a post means, if it lies in the folder. */
  findPicture?: (postPath: string, src: string) => string | undefined;
}

/** A post, or why a file is none. */
export type PostRead = { kind: 'post'; post: OutsidePost } | { kind: 'left-out'; key: string; sentence: string };

/** Reads a Markdown file with front matter, as static site generators keep them. `path` is relative to the folder. */
export function readPostFile(path: string, file: string, context: PostContext): PostRead {
  const { facts, body, remarks } = readFrontMatter(file);
  const leftOut = (sentence: string) => ({ kind: 'left-out' as const, key: path, sentence });
  if (/(^|\/)_index\.md$/.test(path)) return leftOut('It is the front page of a section, not a post.');
  if (facts['end_date']) return leftOut('It is an event: a calendar file can be imported as meetups.');
  const title = readTitle(wordsIn(facts['title']) || wordsIn(/^#\s+(.+)$/m.exec(body)?.[1]));
  if (!title) return leftOut('It has no title.');
  const url = context.siteUrl && addressOf(path, facts, context.siteUrl);
  const { text: markdown, lost } = replaceShortcodes(body);
  const elsewhere = readAddress(facts['source_url']);
  const { keep, pictures, remarks: unkept } = keepPictures(path, context);
  const plain = writePlainMarkdown(markdown, url, keep);
  const text = plain.text || (elsewhere && `[Read it where it was told](${elsewhere})`);
  if (!text) return leftOut('It has no text.');
  const said = readMoment(facts['date'], context.zone);
  const publishedAt = said ?? readMoment(/\d{4}-\d\d-\d\d/.exec(path)?.[0], context.zone);
  const lead = ['excerpt', 'summary', 'description', 'deck'].map((name) => wordsIn(facts[name])).find(Boolean) ?? '';
  return {
    kind: 'post',
    post: fitPost({
      ...{ key: path, title, publishedAt, url: elsewhere ?? url, original: file },
      isDraft: facts['draft'] === true || facts['published'] === false,
      authors: readWords(facts['authors'] ?? facts['author']).map((key) => nameOf(key, context.names)),
      tags: [facts['tags'], facts['topics'], facts['categories']].flatMap(readWords),
      text: withLead(writePlainMarkdown(lead, url).text, text),
      pictures,
      remarks: [
        ...remarks,
        ...(said ? [] : [publishedAt ? 'Its date was taken from its name.' : 'It has no date that can be read.']),
        ...(lost.length > 0 ? [`Left out, since it means something only there: ${lost.join(', ')}.`] : []),
        ...(plain.text ? [] : ['It only points to a page elsewhere.']),
        ...plain.remarks,
        ...unkept,
      ],
    }),
  };
}

/** Takes along what lies in the folder and says what it shows; what does not say so stays a link, which is told. */
function keepPictures(path: string, { findPicture }: PostContext) {
  const pictures: OutsidePicture[] = [];
  const remarks: string[] = [];
  const keep = ({ src, alt, credit }: PictureMention): string | undefined => {
    const file = findPicture?.(path, src);
    if (!file || pictures.length >= MOST_PICTURES) return undefined;
    const known = pictures.find((picture) => picture.file === file);
    if (!alt) remarks.push(`The picture ${src} does not say what it shows, so it stayed where it is.`);
    else if (!known) pictures.push({ id: newId(), file, alt, credit });
    return alt ? (known ?? pictures.at(-1))?.id : undefined;
  };
  return { keep, pictures, remarks };
}

const wordsIn = (fact: unknown) => (typeof fact === 'string' || typeof fact === 'number' ? String(fact).trim() : '');

const readAddress = (fact: unknown) => {
  const url = URL.parse(wordsIn(fact));
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/** Where a site generator would have put a post: what its front matter says, else its day and name (`/2014/03/12/coming-soon/`). */
function addressOf(path: string, facts: Record<string, unknown>, siteUrl: string): string | null {
  const said = [facts['permalink'], facts['url']].find((one) => typeof one === 'string');
  const [, year, month, day, name] = /(\d{4})-(\d\d)-(\d\d)-([^/]+)\.md$/.exec(path) ?? [];
  const usual = name ? `/${year}/${month}/${day}/${name}/` : `/${path.replace(/\.md$/, '/')}`;
  return URL.parse(String(said ?? usual), siteUrl)?.href ?? null;
}
