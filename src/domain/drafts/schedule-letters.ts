import type { Addressee, LetterOfKind } from '../mail/letter-rules.ts';
import type { Stationery } from '../mail/stationery.ts';

interface Planned {
  title: string;
  slug: string;
  /** It waits for the end of a pre-election period. */
  isHeld: boolean;
}

/** Tells an author that their draft was published at its time. */
export const publishedLetter = (
  author: Addressee,
  { title, slug, isHeld }: Planned,
  { siteUrl }: Pick<Stationery, 'siteUrl'>,
): LetterOfKind => ({
  kind: 'lessons',
  to: author.email,
  subject: isHeld ? `“${title}” waits for the end of an election` : `“${title}” is published`,
  name: author.name,
  paragraphs: [
    isHeld
      ? 'its time came in the weeks before an election, in which we show nothing new by partners and residents. It is in line and appears by itself afterwards.'
      : 'its time came, as planned. Now somebody else can try it.',
  ],
  link: { label: 'Read it', url: `${siteUrl}/lessons/${slug}` },
});

/** Tells an author why their draft was not published at its time. */
export const unfinishedLetter = (
  author: Addressee,
  { title, slug }: Planned,
  { siteUrl }: Pick<Stationery, 'siteUrl'>,
): LetterOfKind => ({
  kind: 'lessons',
  to: author.email,
  subject: `“${title}” is not published: something is missing`,
  name: author.name,
  paragraphs: [
    'its time came, but what happened, what you would do next time or an author is missing. It stays a draft. Finish it, and publish it now or choose another time.',
  ],
  link: { label: 'Finish it', url: `${siteUrl}/lessons/${slug}/edit` },
});
