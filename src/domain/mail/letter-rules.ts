import { type LetterKind, sayKind } from './letter-kind-rules.ts';

/** An answer to what somebody did, as its author thinks of it; `composeLetter` makes both forms of it. */
export interface Letter {
  to: string;
  subject: string;
  greeting?: string;
  paragraphs: readonly string[];
  /** One thing to press: a page with a button, since opening a link never changes anything. */
  link?: { label: string; url: string };
  closing?: readonly string[];
  /** Where answers go; to the site when not given. */
  replyTo?: string;
  attachments?: readonly { filename: string; contentType: string; content: string }[];
  kind?: undefined;
}

/** A letter that nobody asked for just now: whoever stopped its kind does not get it, and it carries the way to stop it. */
export interface LetterOfKind extends Omit<Letter, 'kind'> {
  kind: LetterKind;
}

/** The plain text and the simple HTML twin of a letter: the same words in the same order. */
export function composeLetter(letter: Letter): { plainText: string; html: string };
export function composeLetter(letter: LetterOfKind, unsubscribeUrl: string): { plainText: string; html: string };
export function composeLetter(letter: Letter | LetterOfKind, unsubscribeUrl = '') {
  const { greeting, paragraphs, link, closing = [] } = letter;
  const before = [...(greeting ? [greeting] : []), ...paragraphs];
  const way = letter.kind && { label: `No more ${sayKind(letter.kind)}`, url: unsubscribeUrl };
  const plain = [...before, ...(link ? [plainLink(link)] : []), ...closing, ...(way ? ['--', plainLink(way)] : [])];
  const html = [
    ...before.map(paragraph),
    ...(link ? [htmlLink(link)] : []),
    ...closing.map(paragraph),
    ...(way ? ['<hr>', htmlLink(way)] : []),
  ];
  return {
    plainText: `${plain.join('\n\n')}\n`,
    html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title><body>\n${html.join('\n')}\n</body></html>\n`,
  };
}

type Link = NonNullable<Letter['link']>;

const plainLink = ({ label, url }: Link) => `${label}:\n${url}`;
const htmlLink = ({ label, url }: Link) => `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
