import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { sayDate } from '../time/date-words.ts';
import { EVENT_WORDS, REQUEST_WORDS, type RequestEventKind, type RequestKind } from './request-rules.ts';

interface Addressee {
  name: string;
  email: string | null;
}

interface Facts {
  id: string;
  kind: RequestKind;
  /** What it is about: a channel's name, or that of the one to open. */
  about: string;
}

const linkOf = (siteUrl: string, id: string) => ({ label: 'See the request', url: `${siteUrl}/requests/${id}` });

/** Tells a keeper of the register that somebody waits for them. */
export const waitingLetter = (
  to: Addressee,
  { id, kind, about }: Facts,
  { asker, words, isAnswer }: { asker: string; words: string; isAnswer: boolean },
  siteUrl: string,
): LetterOfKind => ({
  kind: 'register',
  to: to.email ?? '',
  subject: isAnswer ? `${asker} answered: ${about}` : `${REQUEST_WORDS[kind]}: ${about}`,
  name: to.name,
  paragraphs: [isAnswer ? `${asker} answered what you asked:` : `${asker} asks:`, words],
  link: linkOf(siteUrl, id),
});

/** Tells somebody whom a request concerns what became of it. */
export const newsLetter = (
  to: Addressee,
  { id, kind, about }: Facts,
  { event, words, by, mayOpen }: { event: RequestEventKind; words: string; by: string; mayOpen: boolean },
  siteUrl: string,
): Letter => ({
  to: to.email ?? '',
  subject: `${REQUEST_WORDS[kind]}: ${about}`,
  name: to.name,
  paragraphs: [
    `${by || 'A keeper of the register'} ${EVENT_WORDS[event]}.`,
    ...(words ? [words] : []),
    ...(event === 'asked' ? ['You answer for it. The keepers of the register decide: tell them what you think.'] : []),
  ],
  ...(mayOpen && { link: linkOf(siteUrl, id) }),
});

/** The list of a series on which a topic for two stands, and the next day it meets. */
export interface MeetingList {
  name: string;
  day: string;
  url: string;
}

interface Approach {
  channel: string;
  objective: string;
  asker: Addressee;
  /** Undefined when there is only a question. */
  list: MeetingList | undefined;
}

/** Asks the owner of a neighbouring channel on behalf of somebody who wants to open one. The answer goes to them. */
export const neighbourLetter = (to: Addressee, { channel, objective, asker, list }: Approach): Letter => ({
  to: to.email ?? '',
  subject: list ? `You and ${asker.name} should meet` : `Could you post there? ${channel}`,
  name: to.name,
  paragraphs: [
    `${asker.name} thinks of opening a channel. ${objective}`,
    list
      ? `“${channel}” is for the same people, so there is a topic for both of you on ${sayList(list)}. Talk there, or before.`
      : `“${channel}” is for the same people. Could their words go out there, instead of on one channel more?`,
    'You can answer this mail: it goes to them.',
  ],
  ...(list && { link: listLink(list) }),
  ...(asker.email && { replyTo: asker.email }),
});

/** Tells whoever wants to open a channel where the topic for both stands. */
export const introducedLetter = (to: Addressee, { channel }: Approach, list: MeetingList): Letter => ({
  to: to.email ?? '',
  subject: `You and the owner of “${channel}” should meet`,
  name: to.name,
  paragraphs: [
    `There is a topic for both of you on ${sayList(list)}. Whoever owns “${channel}” has a letter about it.`,
  ],
  link: listLink(list),
});

const sayList = ({ name, day }: MeetingList) => `the list of “${name}”, which meets next on ${sayDate(day)}`;
const listLink = ({ url }: MeetingList) => ({ label: 'See the list', url });
