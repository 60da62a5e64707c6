import type { LetterItem, LetterOfKind } from '../mail/letter-rules.ts';
import type { Stationery } from '../mail/stationery.ts';
import { sayFollowed } from './follow-rules.ts';
import type { NewsKind, Telling } from './news-rules.ts';

const LABELS: Record<NewsKind, string> = {
  lesson: 'Read it',
  result: 'See how it went',
  meetup: 'See it and save your place',
  comment: 'Read it there',
  channel: 'See the channel',
};

/** One piece of news in a letter, with why it comes. */
export const newsItem = ({ news, because }: Telling, siteUrl: string): LetterItem => ({
  words: [`${news.words}${/[.?!]$/.test(news.words) ? '' : '.'}`, news.detail, `You follow ${sayFollowed(because)}.`]
    .filter(Boolean)
    .join('\n'),
  links: [{ label: LABELS[news.kind], url: `${siteUrl}${news.path}` }],
});

/** To a follower who wants to hear at once. */
export const newsLetter = (
  { email, name }: { email: string; name: string },
  { news, because }: Telling,
  link: string,
  { siteUrl }: Pick<Stationery, 'siteUrl'>,
): LetterOfKind => ({
  kind: 'follows',
  to: email,
  subject: news.words,
  name,
  paragraphs: [`there is news, since you follow ${sayFollowed(because)}:`],
  items: [
    {
      words: [news.words, news.detail].filter(Boolean).join('\n'),
      links: [{ label: LABELS[news.kind], url: `${siteUrl}${news.path}` }],
    },
  ],
  link: { label: 'Less often, or not at all', url: link },
});
