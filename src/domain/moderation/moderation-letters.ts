import type { Addressee, Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { type Case, nameOf } from './case-rules.ts';
import { HOUSE_RULES, type HouseRule } from './house-rules.ts';

const under = ({ ground }: Pick<Case, 'ground'>) => (ground ? `“${ground.title}”` : 'something that is gone');
const linkTo = ({ comment, ground }: Case, siteUrl: string) => `${siteUrl}${ground?.path ?? ''}#comment-${comment.id}`;
const MOST_QUOTED = 1000;
const quote = (words: string) => (words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)} …` : words);

/** Tells a moderator at once that somebody reported words. */
export const reportedLetter = (
  { name, email }: Addressee,
  found: Case,
  words: string,
  siteUrl: string,
): LetterOfKind => ({
  kind: 'moderation',
  to: email,
  subject: `Reported: a comment under ${under(found)}`,
  name,
  paragraphs: [
    'somebody thinks that a comment breaks the house rules. They say:',
    quote(words),
    'The comment:',
    quote(found.comment.words),
  ],
  link: { label: 'Keep it or remove it', url: `${siteUrl}/moderation/comments/${found.comment.id}` },
});

/** Tells a moderator at once that somebody appeals. */
export const appealedLetter = (
  { name, email }: Addressee,
  found: Case,
  words: string,
  siteUrl: string,
): LetterOfKind => ({
  kind: 'moderation',
  to: email,
  subject: `An appeal: a comment under ${under(found)}`,
  name,
  paragraphs: [
    'a comment was removed, and whoever wrote it asks you to look again. They say:',
    quote(words),
    'The comment:',
    quote(found.comment.words),
  ],
  link: { label: 'Decide about it', url: `${siteUrl}/moderation/comments/${found.comment.id}` },
});

/** Tells a moderator in the morning what waits. */
export const waitingLetter = ({ name, email }: Addressee, lines: readonly string[], siteUrl: string): LetterOfKind => ({
  kind: 'moderation',
  to: email,
  subject: 'What waits for moderators',
  name,
  paragraphs: ['these wait for somebody to look at them:', lines.join('\n')],
  link: { label: 'Look at them', url: `${siteUrl}/moderation` },
});

/** Tells whoever wrote words that they are removed, by which rule and why, and how to appeal. */
export const removedLetter = (
  to: string,
  found: Case,
  { rule, reason, kind }: { rule: HouseRule; reason: string; kind: 'removed' | 'kept-back' },
  appealLink: string,
): Letter => ({
  to,
  subject: kind === 'removed' ? 'Your comment was removed' : 'Your comment does not appear',
  name: nameOf(found),
  paragraphs: [
    `a moderator read what you said under ${under(found)}:`,
    quote(found.comment.words),
    kind === 'removed'
      ? 'It was removed. In its place stands which of the house rules it broke, and why:'
      : 'It does not appear there. It broke one of the house rules:',
    `${HOUSE_RULES[rule]}. ${reason}`,
    'Criticism stays here, also when it is sharp: you are welcome to say it again without what broke the rule. If you think this is wrong, you may appeal once.',
  ],
  link: { label: 'Appeal', url: appealLink },
});

/** Tells whoever appealed that the words stay away. */
export const upheldLetter = (to: string, found: Case, answer: string): Letter => ({
  to,
  subject: 'Your appeal',
  name: nameOf(found),
  paragraphs: [`we looked again at what you said under ${under(found)}. It stays away:`, answer],
});

/** Tells whoever wrote them that their words are back. */
export const broughtBackLetter = (to: string, found: Case, reason: string, siteUrl: string): Letter => ({
  to,
  subject: 'Your comment is back',
  name: nameOf(found),
  paragraphs: [
    `we looked again at what you said under ${under(found)}. It should not have been removed, and stands there again.`,
    ...(reason ? [reason] : []),
  ],
  link: { label: 'See it', url: linkTo(found, siteUrl) },
});

/** Tells whoever wrote them that their words appear now. */
export const commentReleasedLetter = (to: string, found: Case, siteUrl: string): Letter => ({
  to,
  subject: 'Your comment appears now',
  name: nameOf(found),
  paragraphs: [`what you said under ${under(found)} appears now. Thank you for waiting.`],
  link: { label: 'See it', url: linkTo(found, siteUrl) },
});

/** Tells whoever reported words what came of it. */
export const reportOutcomeLetter = (
  to: string,
  { endedAs, reason, commentId }: { endedAs: 'kept' | 'removed'; reason: string; commentId: string },
  siteUrl: string,
): Letter => ({
  to,
  subject: 'About the comment you reported',
  paragraphs: [
    endedAs === 'removed'
      ? 'thank you for telling us. A moderator looked at the comment, and it is removed.'
      : 'thank you for telling us. A moderator looked at the comment, and it stays: it does not break our house rules.',
    ...(endedAs === 'kept' && reason ? [reason] : []),
  ],
  link: { label: 'Where it stands', url: `${siteUrl}/comments/${commentId}` },
});
