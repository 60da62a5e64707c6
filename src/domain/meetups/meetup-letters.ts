import type { Letter } from '../mail/letter-rules.ts';
import { sayInstant, sayWhen } from '../time/date-words.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { RsvpLetterFacts } from './rsvp-letters.ts';

/** To everyone going or waiting, when the time or the place of a meetup is another one now. */
export const movedLetter =
  (before: MeetupFacts) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
    to,
    subject: `New ${whatMoved(before, facts)}: ${facts.meetup.title}`,
    name: nameOf(rsvp),
    paragraphs: [
      `the ${whatMoved(before, facts)} of ${facts.meetup.title} has changed. It is now:`,
      [sayTime(facts), ...sayPlace(facts)].join('\n'),
      `Before, it was: ${sayTime(before)}, at ${before.venue.name}.`,
      `${sayKept(rsvp, facts)}. The attached file changes it in your calendar.`,
    ],
    link: { label: 'See or change your RSVP', url: link },
    closing: ['Can’t come any more? Please say so on that page: somebody on the waiting list will be glad.'],
  });

/** To everyone going or waiting, when a meetup is called off. */
export const cancelledLetter =
  (reason: string) =>
  ({ rsvp, to, siteName, ...facts }: RsvpLetterFacts): Letter => ({
    to,
    subject: `Cancelled: ${facts.meetup.title}`,
    name: nameOf(rsvp),
    paragraphs: [
      `we have had to cancel ${facts.meetup.title} on ${sayTime(facts)}, at ${facts.venue.name}. Please do not set out.`,
      reason,
      'We are sorry. The attached file takes it out of your calendar; there is nothing else for you to do.',
    ],
    closing: [siteName],
  });

/** The name was typed by an unknown hand until the address is confirmed. */
const nameOf = ({ name, heldUntil }: RsvpLetterFacts['rsvp']) => (heldUntil ? '' : name);

function sayKept({ status, offeredUntil }: RsvpLetterFacts['rsvp'], { meetup }: MeetupFacts): string {
  if (status === 'waiting') return 'You keep your turn on the waiting list';
  if (status !== 'offered' || !offeredUntil) return 'You keep your place';
  return `We keep a place for you until ${sayInstant(offeredUntil, meetup.zone)}: please say yes or no on the page below`;
}

function whatMoved({ meetup, venue }: MeetupFacts, now: MeetupFacts): string {
  if (venue.id === now.venue.id) return 'time';
  const sameTime = sayTime({ meetup }) === sayTime(now);
  return sameTime ? 'place' : 'time and place';
}

const sayTime = ({ meetup }: Pick<MeetupFacts, 'meetup'>) => sayWhen(meetup.startsLocal, meetup.endsLocal, meetup.zone);

const sayPlace = ({ venue }: MeetupFacts) => [
  `${venue.name}, ${venue.address}`,
  ...(venue.findUs ? [venue.findUs] : []),
];
