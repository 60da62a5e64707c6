import type { Letter } from '../mail/letter-rules.ts';

/** The mail that signs somebody in. */
export const signInLetter = (facts: { to: string; link: string; siteName: string }): Letter => ({
  to: facts.to,
  subject: `Sign in to Teacake at ${facts.siteName}`,
  paragraphs: [
    `you asked to sign in to Teacake at ${facts.siteName}. The link below opens a page with one button; press it and you are in.`,
    'The link works once, for 15 minutes.',
  ],
  link: { label: 'Sign in', url: facts.link },
  closing: ['If it was not you, you can delete this mail. Nobody can sign in without it.'],
});
