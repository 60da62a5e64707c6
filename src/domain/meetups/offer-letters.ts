import type { Letter } from '../mail/letter-rules.ts';
import { sayInstant } from '../time/date-words.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { type RsvpLetterFacts, sayOccasion } from './rsvp-letters.ts';
import { sayPlaces, sayStanding } from './rsvp-words.ts';

/** To the next in line, shortly before a meetup: the place is kept for them until they answer, or until the deadline. */
export const offerLetter = ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
  to,
  subject: `${sayStanding({ ...rsvp, position: null })}, yes or no: ${facts.meetup.title}`,
  name: rsvp.name,
  paragraphs: [
    `somebody else can’t come, so we keep ${sayPlaces(rsvp.partySize)} for you until ${sayDeadline(rsvp, facts)}.`,
    sayOccasion(facts),
    'Open the page below and say yes or no. If we hear nothing until then, the next in line is asked.',
  ],
  link: { label: 'Say yes or no', url: link },
  closing: ['Can’t come after all? A quick no gives the next in line more time to plan.'],
});

/** To somebody who did not answer an offer in time. */
export const passedOnLetter = ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
  to,
  subject: `Your place went to the next in line: ${facts.meetup.title}`,
  name: rsvp.name,
  paragraphs: [
    `we kept ${sayPlaces(rsvp.partySize)} for you until ${sayDeadline(rsvp, facts)} and heard nothing, so somebody else is asked now.`,
    sayOccasion(facts),
  ],
  link: { label: 'I can come after all', url: link },
  closing: ['You can go in line again on that page, at its end.'],
});

/** To a host: nobody but them can ask somebody who gave no address. */
export const ringLetter = ({ rsvp, to, link, ...facts }: Omit<RsvpLetterFacts, 'siteName'>): Letter => ({
  to,
  subject: `Please ring ${rsvp.name}: ${facts.meetup.title}`,
  paragraphs: [
    `${rsvp.name} gave no mail address and is next in line. We keep ${sayPlaces(rsvp.partySize)} until ${sayDeadline(rsvp, facts)}; then the next in line is asked.`,
    sayOccasion(facts),
    'Please ring or tell them, and note their answer on the page below.',
  ],
  link: { label: 'Note their answer', url: link },
});

const sayDeadline = ({ offeredUntil }: Rsvp, { meetup }: MeetupFacts): string =>
  offeredUntil ? sayInstant(offeredUntil, meetup.zone) : '';
