import { newsItem } from '../follows/news-letters.ts';
import type { LetterItem, LetterOfKind } from '../mail/letter-rules.ts';
import type { Stationery } from '../mail/stationery.ts';
import { sayWhen } from '../time/date-words.ts';
import { sayTried } from '../try-outs/standing-rules.ts';
import type { Digest } from './digest-queries.ts';
import { type DigestChoice, sayDigestChoice } from './digest-rules.ts';

/** What somebody follows, in one letter at their hour. */
export const digestLetter = (
  digest: Digest,
  choice: DigestChoice,
  link: string,
  { siteName, siteUrl }: Pick<Stationery, 'siteName' | 'siteUrl'>,
): LetterOfKind => ({
  kind: 'digest',
  to: digest.listener.email,
  subject: sayDigestSubject(digest),
  name: digest.listener.name,
  paragraphs: [
    `this is your digest from ${siteName}. It comes ${sayDigestChoice(choice)}, when there is something to tell.`,
  ],
  items: digestItems(digest, siteUrl),
  link: { label: 'Change what comes, and when', url: link },
});

/** The parts of a digest, as the letter and its preview tell them. */
export function digestItems({ tellings, next, worthTrying }: Digest, siteUrl: string): LetterItem[] {
  const items = tellings.map((telling) => newsItem(telling, siteUrl));
  if (next)
    items.push({
      words: `The next meetup: ${next.title}.\n${sayWhen(next.startsLocal, next.endsLocal, next.zone)}, ${next.venueName}`,
      links: [{ label: 'See it and save your place', url: `${siteUrl}/meetups/${next.slug}#rsvp` }],
    });
  if (worthTrying)
    items.push({
      words: [`Worth trying: “${worthTrying.title}”.`, worthTrying.tryThis, sayTriedOf(worthTrying.tried)]
        .filter(Boolean)
        .join('\n'),
      links: [{ label: 'Read it', url: `${siteUrl}/lessons/${worthTrying.slug}` }],
    });
  return items;
}

const sayTriedOf = (tried: Parameters<typeof sayTried>[0] | null) => {
  const words = tried ? sayTried(tried) : '';
  return words && `${words}.`;
};

function sayDigestSubject({ tellings, next }: Digest): string {
  const [first] = tellings;
  if (!first) return `The next meetup: ${next?.title}`;
  return tellings.length === 1 ? first.news.words : `${first.news.words}, and ${tellings.length - 1} more`;
}
