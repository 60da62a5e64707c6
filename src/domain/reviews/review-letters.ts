import type { Letter, Letterhead, LetterItem, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';
import type { Question } from './ask-plan-rules.ts';

/** More than that is for the page, which takes them all in one form. */
const MOST_NAMED = 60;

/** Asks somebody about all of their channels that are due. */
export function askLetter(
  questions: readonly (Question & { token: string })[],
  { siteName, siteUrl }: Letterhead,
): Letter {
  const [first] = questions;
  const more = questions.length - MOST_NAMED;
  const named = first && questions.length === 1 ? first.channel.name : undefined;
  return {
    to: first?.to.email ?? '',
    subject: named ? `Still right? ${named}` : `Still right? ${questions.length} channels`,
    name: first?.to.name,
    paragraphs: [
      `the register of ${siteName} says who speaks where, and people rely on it. Is what it says of ${named ? 'this channel' : 'these channels'} still true? One press is enough; you need not sign in for the first two.`,
      ...(more > 0
        ? [`Here are the first ${MOST_NAMED}; ${more} more are on the page at the end of this letter.`]
        : []),
    ],
    items: questions.slice(0, MOST_NAMED).map((question) => itemOf(question, siteUrl)),
    link: { label: 'All your channels on one page', url: `${siteUrl}/reviews` },
    closing: [
      'You get this because you answer for a channel, stand in for somebody who does, or lead its unit. If it is not yours, say so: we ask nobody twice who has said that.',
    ],
  };
}

function itemOf(
  { channel, step, before, for: away, token }: Question & { token: string },
  siteUrl: string,
): LetterItem {
  const due = channel.dueOn ? `due ${sayDate(channel.dueOn)}` : 'never checked';
  const asked = before.map(({ name, askedOn }) => `${name} on ${sayDate(askedOn)}`);
  const page = `${siteUrl}/reviews/${token}`;
  return {
    words: [
      `${channel.name} (${channel.platform}), ${due}`,
      ...(away ? [`You stand in for ${away.name}.`] : []),
      ...(asked.length > 0 ? [`Asked before, without an answer: ${asked.join(', ')}.`] : []),
      ...(step === 'lead' && asked.length === 0 ? ['Nobody answers for it.'] : []),
    ].join('\n'),
    links: [
      { label: 'Still right', url: `${page}/still-right` },
      { label: 'Not mine', url: `${page}/not-mine` },
      { label: 'Change', url: `${page}/change` },
    ],
  };
}

/** Tells a keeper that somebody does not answer for channels that the register says are theirs. */
export const notMineLetter = (
  keeper: { name: string; email: string },
  { who, channels }: { who: string; channels: readonly { name: string; slug: string }[] },
  { siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'register',
  to: keeper.email,
  subject: `Not theirs: ${channels.length === 1 ? channels[0]?.name : `${channels.length} channels`}`,
  name: keeper.name,
  paragraphs: [
    `${who} says that they do not answer for ${channels.length === 1 ? 'this channel' : 'these channels'}. Where they were named, their name is taken off, and the page says that nobody is confirmed. Somebody has to be found:`,
    ...channels.slice(0, MOST_NAMED).map(({ name, slug }) => `${name}\n${siteUrl}/channels/${slug}`),
    ...(channels.length > MOST_NAMED ? [`and ${channels.length - MOST_NAMED} more`] : []),
  ],
  link: { label: 'Channels without an owner', url: `${siteUrl}/channels?lacks=owner` },
});
