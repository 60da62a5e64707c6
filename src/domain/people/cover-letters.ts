import type { Addressee, Letter, Letterhead, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';

export interface Days {
  fromOn: string;
  untilOn: string;
}

/** "3 August 2026 to 11 August 2026", or the one day. */
export const sayDays = ({ fromOn, untilOn }: Days): string =>
  fromOn === untilOn ? sayDate(fromOn) : `${sayDate(fromOn)} to ${sayDate(untilOn)}`;

/** Asks somebody to stand in. */
export const coverLetter = (
  person: Addressee,
  { away, token, ...days }: Days & { away: string; token: string },
  { siteName, siteUrl }: Letterhead,
): Letter => ({
  to: person.email,
  subject: `Will you stand in for ${away}?`,
  name: person.name,
  paragraphs: [
    `${away} at ${siteName} is away, ${sayDays(days)}, and asks you to stand in.`,
    'If you accept, the channels they answer for say that you answer until then, and what we would remind them of comes to you.',
  ],
  link: { label: 'Accept or decline', url: `${siteUrl}/covers/${token}` },
});

/** Tells whoever is away what the answer is. */
export const coverAnswerLetter = (
  person: Addressee,
  { cover, accepts, ...days }: Days & { cover: string; accepts: boolean },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: accepts ? `${cover} stands in for you` : `${cover} cannot stand in for you`,
  name: person.name,
  paragraphs: [
    accepts
      ? `${cover} stands in for you, ${sayDays(days)}. Your channels say so on those days.`
      : `${cover} cannot stand in for you, ${sayDays(days)}. Ask somebody else.`,
  ],
  link: { label: accepts ? 'See when you are away' : 'Ask somebody else', url: `${siteUrl}/profile#away` },
  closing: [siteName],
});

/** Tells a cover that they are not needed. */
export const coverOverLetter = (
  person: Addressee,
  { away, ...days }: Days & { away: string },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: `You need not stand in for ${away}`,
  name: person.name,
  paragraphs: [`${away} is not away after all, ${sayDays(days)}, so you need not stand in.`],
  link: { label: 'Whom you stand in for', url: `${siteUrl}/profile#away` },
  closing: [siteName],
});

/** On the first morning back. */
export const welcomeBackLetter = (person: Addressee, { siteName, siteUrl }: Letterhead): LetterOfKind => ({
  kind: 'hand-overs',
  to: person.email,
  subject: 'While you were away',
  name: person.name,
  paragraphs: ['welcome back. One page says what happened to your channels and series meanwhile.'],
  link: { label: 'While you were away', url: `${siteUrl}/profile/while-away` },
  closing: [siteName],
});
