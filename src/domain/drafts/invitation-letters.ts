import type { Addressee, Letterhead, LetterOfKind } from '../mail/letter-rules.ts';
import type { Wanted } from './invitation-rules.ts';

/** Asks somebody to write a lesson together, or to read its draft before it is published. */
export const invitationLetter = (
  { id, email, wanted, by, title }: { id: string; email: string; wanted: Wanted; by: string; title: string },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'drafts',
  to: email,
  subject:
    wanted === 'write' ? `Will you write “${title}” with us?` : `Will you read “${title}” before it is published?`,
  paragraphs: [
    wanted === 'write'
      ? `${by || 'Somebody'} writes a lesson, “${title}”, at ${siteName} and asks you to write it together. If you say yes, you can change the draft, and your name stands on it when it is published.`
      : `${by || 'Somebody'} writes a lesson, “${title}”, at ${siteName} and asks you to be a second pair of eyes. If you say yes, you can read the draft and write in its margin. Nothing waits for you.`,
    `Sign in as ${email} when the page asks you to. Yes and no are both fine.`,
  ],
  link: { label: 'Say yes or no', url: `${siteUrl}/lessons/invitations/${id}` },
});

/** Tells whoever invited what the answer is. */
export const answerLetter = (
  to: Addressee,
  {
    who,
    wanted,
    isYes,
    lesson,
  }: { who: string; wanted: Wanted; isYes: boolean; lesson: { slug: string; title: string } },
  { siteUrl }: Letterhead,
): LetterOfKind => {
  const name = who || 'Whoever you asked';
  const does = wanted === 'write' ? 'writes' : 'reads';
  const cannot = wanted === 'write' ? 'cannot write' : 'cannot read';
  return {
    kind: 'lessons',
    to: to.email,
    subject: isYes ? `${name} ${does} “${lesson.title}” with you` : `${name} ${cannot} “${lesson.title}” just now`,
    name: to.name,
    paragraphs: [
      isYes ? `${name} said yes.` : `${name} said no. Ask somebody else, or go on without: nothing waits for it.`,
    ],
    link: { label: 'See the draft', url: `${siteUrl}/lessons/${lesson.slug}/together` },
  };
};

/** Tells an author that a second pair of eyes has read the draft. */
export const readLetter = (
  to: Addressee,
  { who, notes, lesson }: { who: string; notes: number; lesson: { slug: string; title: string } },
  { siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'lessons',
  to: to.email,
  subject: `${who || 'Somebody'} has read “${lesson.title}”`,
  name: to.name,
  paragraphs: [
    notes === 0
      ? `${who || 'Whoever you asked'} has read your draft and left no notes.`
      : `${who || 'Whoever you asked'} has read your draft. ${notes === 1 ? 'One note stands' : `${notes} notes stand`} in its margin.`,
  ],
  link: { label: 'See the margin', url: `${siteUrl}/lessons/${lesson.slug}/margin` },
});
