import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDay } from '../time/date-words.ts';
import type { ElectionPeriod } from './period-rules.ts';

/** Tells somebody on the staff what the weeks before an election mean for them. */
export const periodLetter = (
  { name, email }: { name: string; email: string | null },
  { endsOn, reason }: ElectionPeriod,
  siteUrl: string,
): LetterOfKind => ({
  kind: 'elections',
  to: email ?? '',
  subject: `Until ${sayDay(endsOn)}: mind what you publish`,
  name,
  paragraphs: [
    `the weeks before ${reason} have begun. They last until the end of ${sayDay(endsOn)}.`,
    'What you write on the site still appears at once. So write nothing for or against a party or somebody who stands, and keep news of what is to be decided until after. If in doubt, ask before you publish.',
    'What partners and residents write waits until it is over, and then appears by itself, in the order in which it came. Meetups go on as planned.',
  ],
  link: { label: 'The house rules', url: `${siteUrl}/house-rules` },
});

/** Tells whoever sent a lesson that its wait is over. */
export const lessonReleasedLetter = (
  { name, email }: { name: string; email: string | null },
  { title, slug }: { title: string; slug: string },
  siteUrl: string,
): Letter => ({
  to: email ?? '',
  subject: `Published: ${title}`,
  name,
  paragraphs: [
    `your lesson “${title}” has been waiting for the end of the weeks before an election. It is published now.`,
  ],
  link: { label: 'Read it', url: `${siteUrl}/lessons/${slug}` },
});
