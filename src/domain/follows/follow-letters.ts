import type { Letter } from '../mail/letter-rules.ts';
import { type Subject, sayFollowed, THIS, WHEN_TOLD } from './follow-rules.ts';

interface AskedFacts {
  to: string;
  subject: Subject;
  link: string;
}

/** To an address somebody typed: it greets nobody by name, since the name was typed by the same unknown hand. */
export const confirmFollowLetter = ({ to, subject, link, siteName }: AskedFacts & { siteName: string }): Letter => ({
  to,
  subject: `Please confirm: letters about ${sayFollowed(subject)}`,
  paragraphs: [
    `somebody, you we hope, asked ${siteName} to write to you about ${sayFollowed(subject)}: ${WHEN_TOLD[subject.kind]}. The link below opens a page with one button.`,
    'Nobody presses it within two days? Then we forget the address.',
  ],
  link: { label: `Follow ${THIS[subject.kind]}`, url: link },
  closing: ['If it was not you, you can delete this mail. We will not write again.'],
});

/** To somebody who follows already and asked again: the way to change it. */
export const followsAlreadyLetter = ({ to, subject, link }: AskedFacts): Letter => ({
  to,
  subject: `You follow ${sayFollowed(subject)}`,
  paragraphs: [`you follow ${sayFollowed(subject)} already. The link below lets you change it, or stop it.`],
  link: { label: 'Change or stop it', url: link },
  closing: ['If it was not you who asked, there is nothing to do.'],
});
