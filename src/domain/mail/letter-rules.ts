import { type LetterKind, sayKind } from './letter-kind-rules.ts';

/** Who gets a letter. The name is empty for somebody who has not told it. */
export interface Addressee {
  name: string;
  email: string;
}

/** Who writes: `siteUrl` is the origin links start with, without a slash at the end. */
export interface Letterhead {
  siteName: string;
  siteUrl: string;
}

/** An answer to what somebody did, as its author thinks of it; `composeLetter` makes both forms of it. */
export interface Letter {
  to: string;
  subject: string;
  /** Whom it greets; without a name it says hello to nobody in particular. */
  name?: string | undefined;
  paragraphs: readonly string[];
  /** Several things to answer, each with its own ways. */
  items?: readonly LetterItem[];
  /** One thing to press: a page with a button, since opening a link never changes anything. */
  link?: Link;
  closing?: readonly string[];
  /** Where answers go; to the site when not given. */
  replyTo?: string;
  attachments?: readonly { filename: string; contentType: string; content: string }[];
  kind?: undefined;
}

interface Link {
  label: string;
  url: string;
}

export interface LetterItem {
  words: string;
  links: readonly Link[];
}

/** A letter that nobody asked for just now: whoever stopped its kind does not get it, and it carries the way to stop it. */
export interface LetterOfKind extends Omit<Letter, 'kind'> {
  kind: LetterKind;
}

/** The plain text and the simple HTML twin of a letter: the same words in the same order. */
export function composeLetter(letter: Letter): { plainText: string; html: string };
export function composeLetter(letter: LetterOfKind, unsubscribeUrl: string): { plainText: string; html: string };
export function composeLetter(letter: Letter | LetterOfKind, unsubscribeUrl = '') {
  const { name, paragraphs, items = [], link, closing = [] } = letter;
  const before = [name ? `Hello ${name},` : 'Hello,', ...paragraphs];
  const way = letter.kind && { label: `No more ${sayKind(letter.kind)}`, url: unsubscribeUrl };
  const plain = [
    ...before,
    ...items.map(plainItem),
    ...(link ? [plainLink(link)] : []),
    ...closing,
    ...(way ? ['--', plainLink(way)] : []),
  ];
  const html = [
    ...before.map(paragraph),
    ...items.map(htmlItem),
    ...(link ? [htmlLink(link)] : []),
    ...closing.map(paragraph),
    ...(way ? ['<hr>', htmlLink(way)] : []),
  ];
  return {
    plainText: `${plain.join('\n\n')}\n`,
    html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title><body>\n${html.join('\n')}\n</body></html>\n`,
  };
}

const plainLink = ({ label, url }: Link) => `${label}:\n${url}`;
const htmlLink = (link: Link) => `<p>${anchor(link)}</p>`;
const anchor = ({ label, url }: Link) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
const plainItem = ({ words, links }: LetterItem) =>
  [words, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n');
const htmlItem = ({ words, links }: LetterItem) => `<p>${asHtml(words)}<br>${links.map(anchor).join(' &middot; ')}</p>`;
const paragraph = (text: string) => `<p>${asHtml(text)}</p>`;
const asHtml = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
