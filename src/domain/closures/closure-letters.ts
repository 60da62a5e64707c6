import type { Letterhead, LetterOfKind } from '../mail/letter-rules.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import { sayOccasion } from '../meetups/rsvp-letters.ts';
import { BOX_LABELS, hasNotes, type NotedTopic } from '../notes/note-rules.ts';
import { circlesSeenBy } from '../people/viewer.ts';
import { sayDay } from '../time/date-words.ts';
import type { ClosingGuest } from './closure-queries.ts';

/** What there is to say after a meetup. */
export interface Aftermath {
  facts: MeetupFacts;
  /** Empty unless they are published. */
  topics: readonly NotedTopic[];
  next: MeetupFacts | undefined;
}

/** More than that is for reading on the page. */
const LONGEST_NOTES = 20_000;

const SUBJECTS = { yes: 'Thank you for coming', no: 'What was said', unknown: 'Thank you, and what was said' };

/** To whoever came: thanks, the notes and the next date. Whoever had a place and missed it gets the notes, if there are any. */
export function closingLetter(guest: ClosingGuest, aftermath: Aftermath, head: Letterhead): LetterOfKind | undefined {
  const { facts, next } = aftermath;
  const circles = circlesSeenBy(guest.circle);
  const notes = circles.includes(facts.meetup.circle) ? sayNotes(aftermath.topics) : [];
  if (guest.came === 'no' && notes.length === 0) return undefined;
  const { title, slug } = facts.meetup;
  return {
    kind: 'afterwards',
    to: guest.email,
    subject: `${guest.came === 'unknown' && notes.length === 0 ? 'Thank you' : SUBJECTS[guest.came]}: ${title}`,
    name: guest.name,
    paragraphs: [
      sayThanks(guest, facts),
      ...notes,
      ...(next && guest.came !== 'no' && circles.includes(next.meetup.circle) ? [sayNext(next, head)] : []),
    ],
    link: { label: 'See what came of it', url: `${head.siteUrl}/meetups/${slug}` },
    closing: ['Tried something since? Tell us how it went: that is how the next topics begin.'],
  };
}

/** To a host, while nobody has closed the meetup. */
export const closingReminderLetter = (
  { meetup }: MeetupFacts,
  host: { name: string; email: string },
  { siteName, siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'afterwards',
  to: host.email,
  subject: `Please close it: ${meetup.title}`,
  name: host.name,
  paragraphs: [
    `${meetup.title} on ${sayDay(meetup.startsLocal)} is over, but nobody has closed it yet. It takes two minutes: how many came, a look at the notes, the next date.`,
    'When it is closed, everyone who came gets thanks, the notes and the next date. Until then they hear nothing.',
  ],
  link: { label: 'Close the meetup', url: `${siteUrl}/meetups/${meetup.slug}/closing` },
  closing: [siteName],
});

/** To whoever started a topic or took its notes, when they became the draft of a lesson. */
export const draftLetter = (
  { title, slug }: { title: string; slug: string },
  author: { name: string; email: string },
  { siteUrl }: Letterhead,
): LetterOfKind => ({
  kind: 'afterwards',
  to: author.email,
  subject: `A lesson in draft: ${title}`,
  name: author.name,
  paragraphs: [
    `the notes of “${title}” are a draft of a lesson now, with your name on it. Nobody else reads it before you publish it.`,
    'Put it in your own words, add what is missing, and others can try it.',
  ],
  link: { label: 'Finish the lesson', url: `${siteUrl}/lessons/${slug}/edit` },
});

function sayThanks({ came }: ClosingGuest, { meetup }: MeetupFacts): string {
  const occasion = `${meetup.title} on ${sayDay(meetup.startsLocal)}`;
  if (came === 'no') return `we missed you at ${occasion}. This is what was said.`;
  return came === 'yes' ? `thank you for coming to ${occasion}.` : `thank you for being part of ${occasion}.`;
}

function sayNotes(topics: readonly NotedTopic[]): string[] {
  const written = topics.filter(({ notes }) => hasNotes(notes)).map(sayTopic);
  const length = written.join('').length;
  return length > LONGEST_NOTES ? ['The notes are long: read them on the page below.'] : written;
}

const sayTopic = ({ position, title, notes }: NotedTopic): string =>
  [
    `${position}. ${title}`,
    ...notes.filter(({ words }) => words !== '').map(({ box, words }) => `${BOX_LABELS[box]}:\n${words}`),
  ].join('\n\n');

const sayNext = (next: MeetupFacts, { siteUrl }: Letterhead): string =>
  `We meet again:\n${sayOccasion(next)}\nSave your place: ${siteUrl}/meetups/${next.meetup.slug}`;
