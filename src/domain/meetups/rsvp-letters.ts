import type { Letter } from '../mail/letter-rules.ts';
import { sayInstant, sayWhen } from '../time/date-words.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { sayPlaces } from './rsvp-words.ts';

export interface RsvpLetterFacts extends MeetupFacts {
  rsvp: Rsvp;
  to: string;
  /** Opens the page of this RSVP. */
  link: string;
  siteName: string;
}

/** To an address somebody typed: it greets nobody by name, since the name was typed by the same unknown hand. */
export const confirmLetter =
  (position: number | undefined) =>
  ({ rsvp, to, link, siteName, ...facts }: RsvpLetterFacts): Letter => ({
    to,
    subject: `Please confirm: ${facts.meetup.title}`,
    paragraphs: [
      `somebody, you we hope, asked for ${sayPlaces(rsvp.partySize)} at this meetup of ${siteName}:`,
      sayOccasion(facts),
      confirmBy(rsvp, facts, position),
    ],
    link: { label: position ? 'Confirm my turn' : 'Confirm my place', url: link },
    closing: ['If it was not you, you can delete this mail. We will not write again.'],
  });

/** After an RSVP was saved, confirmed or changed. */
export const goingLetter = ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
  to,
  subject: `You have ${sayPlaces(rsvp.partySize)}: ${facts.meetup.title}`,
  name: rsvp.name,
  paragraphs: [`you have ${sayPlaces(rsvp.partySize)}. We look forward to seeing you.`, sayOccasion(facts), CALENDAR],
  link: { label: 'See or change your RSVP', url: link },
  closing: [CANNOT_COME],
});

export const waitingLetter =
  (position: number) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
    to,
    subject: `You are number ${position} on the waiting list: ${facts.meetup.title}`,
    name: rsvp.name,
    paragraphs: [
      `all places are taken at the moment. You are number ${position} on the waiting list.`,
      sayOccasion(facts),
      rsvp.partySize === 1
        ? 'When a place comes free and it is your turn, it is yours, and we write to you at once.'
        : `When there is room for all ${rsvp.partySize} of you and it is your turn, the places are yours, and we write to you at once. Smaller parties behind you do not go first.`,
    ],
    link: { label: 'See or change your RSVP', url: link },
    closing: ['Don’t want to wait? Please say so on that page: the next in line will be glad.'],
  });

/** To somebody who moved up. An address that is not confirmed yet still has to be. */
export const promotedLetter = ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
  to,
  subject: `${rsvp.partySize === 1 ? 'A place is' : `Places for ${rsvp.partySize} are`} yours: ${facts.meetup.title}`,
  name: rsvp.heldUntil ? '' : rsvp.name,
  paragraphs: [
    `somebody else can’t come, so you have ${sayPlaces(rsvp.partySize)}. We look forward to seeing you.`,
    sayOccasion(facts),
    ...(rsvp.heldUntil ? [confirmBy(rsvp, facts, undefined)] : [CALENDAR]),
  ],
  link: { label: rsvp.heldUntil ? 'Confirm my place' : 'See or change your RSVP', url: link },
  closing: [CANNOT_COME],
});

export const sorryLetter = ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
  to,
  subject: `You are not coming: ${facts.meetup.title}`,
  name: rsvp.name,
  paragraphs: [
    'thank you for telling us that you can’t come. Somebody else can have your place now.',
    sayOccasion(facts),
  ],
  link: { label: 'I can come after all', url: link },
});

/** To somebody whose address was typed again: nothing was changed, here is where it can be. */
export const managedLetter =
  (position: number | undefined) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => ({
    to,
    subject: `Your RSVP: ${facts.meetup.title}`,
    name: rsvp.name,
    paragraphs: [
      `somebody, you we hope, asked for a place with your address, but you have told us before: ${sayStanding(rsvp, position)}.`,
      sayOccasion(facts),
      'Nothing was changed. To bring more or fewer people, or to say that you can or can’t come, open your RSVP.',
    ],
    link: { label: 'See or change your RSVP', url: link },
    closing: ['If it was not you, you can delete this mail.'],
  });

const CALENDAR = 'The attached file puts it in your calendar.';
const CANNOT_COME = 'Can’t come after all? Please say so on that page: somebody on the waiting list will be glad.';

/** What, when and where, a line each. */
export const sayOccasion = ({ meetup, venue }: MeetupFacts) =>
  [
    meetup.title,
    sayWhen(meetup.startsLocal, meetup.endsLocal, meetup.zone),
    `${venue.name}, ${venue.address}`,
    ...(venue.findUs ? [venue.findUs] : []),
  ].join('\n');

function confirmBy({ heldUntil }: Rsvp, { meetup }: MeetupFacts, position: number | undefined): string {
  const until = heldUntil ? sayInstant(heldUntil, meetup.zone) : '';
  const held = position
    ? `All places are taken at the moment; you would be number ${position} on the waiting list. We keep your turn until ${until}.`
    : `We hold it for you until ${until}.`;
  return `${held} Open the page below and press the button to confirm.`;
}

function sayStanding(rsvp: Rsvp, position: number | undefined): string {
  if (rsvp.status === 'going') return `you have ${sayPlaces(rsvp.partySize)}`;
  if (rsvp.status === 'offered') return `we keep ${sayPlaces(rsvp.partySize)} for you until you say yes or no`;
  return rsvp.status === 'waiting' ? `you are number ${position} on the waiting list` : 'you can’t come';
}
