import type { Addressee, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';

/** Asks somebody to read what changed in a policy that they agreed to, or should have. */
export const rereadLetter = (
  to: Addressee,
  policy: { key: string; title: string; whatChanged: string },
  siteUrl: string,
): LetterOfKind => ({
  kind: 'gate',
  to: to.email,
  subject: `What changed in “${policy.title}”`,
  name: to.name,
  paragraphs: [
    `You answer for one of our channels, so here is what is new in “${policy.title}”:`,
    policy.whatChanged,
    'That is all. One press says that you have read it.',
  ],
  link: { label: 'Read it and agree', url: `${siteUrl}/policy/${policy.key}` },
});

/** Tells somebody which of what they learned expires soon, or has. */
export const expiryLetter = (
  to: Addressee,
  modules: readonly { key: string; title: string; expiresOn: string; isOver: boolean }[],
  siteUrl: string,
): LetterOfKind => ({
  kind: 'gate',
  to: to.email,
  subject: modules.some(({ isOver }) => isOver) ? 'Time to refresh your training' : 'Your training expires soon',
  name: to.name,
  paragraphs: [
    'You answer for one of our channels. What you learned for it wants refreshing; each takes about ten minutes:',
    ...modules.map(
      ({ key, title, expiresOn, isOver }) =>
        `${title}: ${isOver ? 'valid until' : 'expires on'} ${sayDate(expiresOn)}\n${siteUrl}/training/${key}`,
    ),
    'Nothing is taken away from you meanwhile.',
  ],
});
