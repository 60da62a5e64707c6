import { onOneLine, shortened } from '../text/typed-text-rules.ts';
import { localDay } from '../time/date-words.ts';
import { MOST_AUTHORS } from './lesson-author-rules.ts';
import { MOST_TAGS, readTags } from './lesson-rules.ts';

/** A picture that lies beside a post; its text says `![alt](picture:<id>)`. */
export interface OutsidePicture {
  id: string;
  /** Where the file lies. */
  file: string;
  alt: string;
  credit: string;
}

/** A post of another site, read and ready to become a lesson. */
export interface OutsidePost {
  /** What its source knows it by: a file's path, a feed entry's id. The same key is never imported twice. */
  key: string;
  title: string;
  /** Null when its source does not say. */
  publishedAt: Date | null;
  isDraft: boolean;
  /** Names, as its source writes them. */
  authors: readonly string[];
  tags: readonly string[];
  /** Markdown as lessons keep it. */
  text: string;
  /** Those that come along. */
  pictures: readonly OutsidePicture[];
  /** Where it can be read; null when that is not known. */
  url: string | null;
  /** The file or entry as it came. */
  original: string;
  /** What could not be kept, a sentence each. */
  remarks: readonly string[];
}

const LONGEST_TITLE = 120;
/** As much as the renderer takes. */
const LONGEST_TEXT = 50_000;
const CUT_NOTE = '\n\n*This text goes on where it came from.*';

/** Cuts a post down to what a lesson can hold; each cut is a remark. */
export function fitPost(post: OutsidePost): OutsidePost {
  const tags = readTags(post.tags.join(','));
  const title = shortened(post.title, LONGEST_TITLE);
  const text = post.text.length > LONGEST_TEXT ? cutAtParagraph(post.text) : post.text;
  const cuts = [
    ...(title === post.title ? [] : ['Its title was shortened.']),
    ...(text === post.text ? [] : [`Only the first ${text.length} of its ${post.text.length} characters fit.`]),
    ...(tags.length > MOST_TAGS ? [`${tags.length - MOST_TAGS} of its ${tags.length} tags were left out.`] : []),
    ...(post.authors.length > MOST_AUTHORS ? [`Only ${MOST_AUTHORS} of its ${post.authors.length} authors fit.`] : []),
  ];
  const authors = post.authors.slice(0, MOST_AUTHORS);
  return { ...post, title, text, authors, tags: tags.slice(0, MOST_TAGS), remarks: [...post.remarks, ...cuts] };
}

/** A post of a day that is still to come waits as a draft, as its own site holds it back. */
export function holdBack(post: OutsidePost, now: Date, zone: string): OutsidePost {
  if (post.isDraft || !post.publishedAt || localDay(post.publishedAt, zone) <= localDay(now, zone)) return post;
  return { ...post, isDraft: true, remarks: [...post.remarks, 'Its day is still to come, so it waits as a draft.'] };
}

/** The lead of a post before its text, unless it begins with the same words. */
export function withLead(lead: string, text: string): string {
  const start = lettersOf(lead).slice(0, 60);
  const isSaid = start === '' || lettersOf(text).startsWith(start);
  return isSaid ? text : `*${onOneLine(lead.replaceAll('*', ''))}*\n\n${text}`;
}

const lettersOf = (words: string) => words.replace(/\W+/g, '').toLowerCase();

function cutAtParagraph(text: string): string {
  const room = text.slice(0, LONGEST_TEXT - CUT_NOTE.length);
  return room.slice(0, Math.max(room.lastIndexOf('\n\n'), 0)) + CUT_NOTE;
}
