import { sayField, sayValue } from '../channels/channel-change-words.ts';
import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { WORDS } from './correction-rules.ts';

interface Head {
  siteUrl: string;
}

const wordsFor = (field: string): string => (field === WORDS ? 'In their words' : sayField(field));

/** Tells those who answer for a channel, and the keepers, what somebody found wrong. */
export function correctionLetter(
  to: { name: string; email: string; isKeeper: boolean },
  correction: {
    id: string;
    channel: { name: string };
    said: readonly { field: string; to: string }[];
  },
  { siteUrl }: Head,
): Letter | LetterOfKind {
  const { id, channel, said } = correction;
  const letter = {
    to: to.email,
    subject: `Is this wrong? ${channel.name}`,
    name: to.name,
    paragraphs: [
      `somebody read what the register says about ${channel.name}, and thinks that something is wrong. They say it should be:`,
      ...said.map(({ field, to: should }) => `${wordsFor(field)}: ${sayValue(field, should)}`),
      'Take over what is right, line by line, and say why you leave the rest. We tell them what came of it, if they gave an address.',
    ],
    link: { label: 'Look at it', url: `${siteUrl}/corrections/${id}` },
  };
  return to.isKeeper ? { ...letter, kind: 'register' } : letter;
}

/** Tells whoever found it what came of it. */
export function outcomeLetter(
  to: string,
  {
    channel,
    items,
  }: {
    channel: { name: string; slug: string };
    items: readonly { field: string; decision: 'accepted' | 'refused' | null; reason: string }[];
  },
  { siteUrl }: Head,
): Letter {
  return {
    to,
    subject: `What came of it: ${channel.name}`,
    paragraphs: [
      `thank you for telling us what is wrong with what we say about ${channel.name}. This came of it:`,
      ...items.map(({ field, decision, reason }) =>
        [
          `${field === WORDS ? 'What you wrote' : wordsFor(field)}: ${decision === 'accepted' ? 'you were right, it is mended.' : 'left as it is.'}`,
          reason,
        ]
          .filter(Boolean)
          .join(' '),
      ),
    ],
    link: { label: 'See what it says now', url: `${siteUrl}/channels/${channel.slug}` },
    closing: ['We have deleted your address here now.'],
  };
}
