import type { Addressee, Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { commentPath } from './comment-rules.ts';
import type { Thread } from './thread-queries.ts';

/** To an address somebody typed: it greets nobody by name, and repeats no words, since both were typed by the same unknown hand. */
export const confirmCommentLetter = (
  to: string,
  { title }: Pick<Thread, 'title'>,
  link: string,
  siteName: string,
): Letter => ({
  to,
  subject: 'One press, and your comment goes on its way',
  paragraphs: [
    `somebody, you we hope, wrote a comment under “${title}” at ${siteName} and gave this address. The link below opens a page with one button.`,
    'Nobody presses it within two days? Then we forget the comment and the address.',
  ],
  link: { label: 'Confirm the comment, or take it back', url: link },
  closing: ['If it was not you, you can delete this mail.'],
});

export interface CommentNews {
  id: string;
  words: string;
  thread: Thread;
  /** Who said it, as far as whoever reads the letter may know. */
  by: string;
  siteUrl: string;
}

export const mentionLetter = (reader: Addressee, news: CommentNews): LetterOfKind => ({
  kind: 'mentions',
  subject: `You are mentioned under “${news.thread.title}”`,
  ...tell(reader, news, `${news.by} mentions you under “${news.thread.title}”:`),
});

/** To those whose lesson, meetup or channel it is. */
export const saidAtYoursLetter = (reader: Addressee, news: CommentNews): LetterOfKind => ({
  kind: 'comments',
  subject: `A comment under “${news.thread.title}”`,
  ...tell(reader, news, `${news.by} says under “${news.thread.title}”, which is yours to look after:`),
});

export const answeredLetter = (reader: Addressee, news: CommentNews): LetterOfKind => ({
  kind: 'comments',
  subject: `An answer to you under “${news.thread.title}”`,
  ...tell(reader, news, `${news.by} answers you under “${news.thread.title}”:`),
});

export const followedThreadLetter = (reader: Addressee, news: CommentNews, stopUrl: string): LetterOfKind => ({
  kind: 'follows',
  subject: `New under “${news.thread.title}”`,
  ...tell(reader, news, `${news.by} says under “${news.thread.title}”, where you follow the conversation:`),
  closing: [`Less often, or not at all: ${stopUrl}`],
});

function tell({ name, email }: Addressee, { id, words, siteUrl }: CommentNews, first: string) {
  const links = [{ label: 'Read it in its place', url: `${siteUrl}${commentPath(id)}` }];
  return {
    to: email,
    name,
    paragraphs: [first],
    items: [{ words, links }],
    link: { label: 'Answer it on the site', url: `${siteUrl}/comments/new?reply=${id}` },
  };
}
