import type { Tables } from '#db/tables.ts';

/** The kinds of letters that somebody can stop, each on its own. Answers to what they do themselves have no kind and always come. */
export type LetterKind = Tables['mailRefusals']['$inferSelect']['kind'];

const WORDS: Record<LetterKind, string> = {
  reminders: 'reminders before a meetup',
  series: 'news of the series you follow',
  hosts: 'letters from the hosts of a meetup',
  afterwards: 'thanks, notes and reminders after a meetup',
  lessons: 'letters about the lessons you wrote',
  drafts: 'requests to write or read a lesson in draft',
  'hand-overs': 'letters about hand-overs and being away',
  register: 'letters for keepers of the register',
  channels: 'news of what keepers change on your channels',
  follows: 'news of the tags, units, people, channels and conversations you follow',
  comments: 'news of what people say under what you look after, and of answers to you',
  mentions: 'word when somebody mentions you by name',
  digest: 'digests of what you follow',
  moderation: 'letters for moderators',
  elections: 'words about what to mind before an election',
  gate: 'reminders to read or learn something again',
};

export const LETTER_KINDS = Object.keys(WORDS) as [LetterKind, ...LetterKind[]];

/** What the letters of a kind are, inside a sentence: "reminders before a meetup". */
export const sayKind = (kind: LetterKind): string => WORDS[kind];
