import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import type { StepKind } from './look-alike-rules.ts';

/** Tells a keeper that somebody saw an account that pretends to be us. The link stands there as words, with its dots broken. */
export const reportedLetter = (
  keeper: { name: string; email: string },
  { id, link, words }: { id: string; link: string; words: string },
  siteUrl: string,
): LetterOfKind => ({
  kind: 'register',
  to: keeper.email,
  subject: 'Somebody pretends to be us',
  name: keeper.name,
  paragraphs: ['Somebody told us of an account that looks like ours:', link.replaceAll('.', ' . '), words],
  link: { label: 'Look at it', url: `${siteUrl}/look-alikes/${id}` },
});

const NEWS: Record<StepKind, string> = {
  confirmed: 'You were right: it pretends to be us. Whoever verifies it with us is warned from now on.',
  'reported-there': 'We have reported it to the platform.',
  gone: 'It is gone.',
  'ours-after-all': 'It is ours after all: it was missing from our directory.',
  none: 'We looked, and it does not pretend to be us.',
};

/** Tells whoever reported it what became of it. */
export const newsOfLookAlikeLetter = (to: string, { link, kind }: { link: string; kind: StepKind }): Letter => ({
  to,
  subject: 'About the account you told us of',
  paragraphs: [`You told us of ${link.replaceAll('.', ' . ')}`, NEWS[kind], 'Thank you for looking out.'],
});
