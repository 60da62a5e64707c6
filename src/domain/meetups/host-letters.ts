import type { LetterOfKind } from '../mail/letter-rules.ts';
import { sayWhen } from '../time/date-words.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { RsvpLetterFacts } from './rsvp-letters.ts';

interface Written {
  subject: string;
  words: string;
  hostName: string;
  /** The host's own address, if answers may come to it. */
  replyTo: string | null;
}

export const SEE_RSVP = 'See or change your RSVP';
export const MAY_ANSWER = 'You can answer this mail: the answer goes to whoever wrote it.';

/** Who writes, and which meetup it is about. */
export const signed = (hostName: string, { meetup, venue }: Pick<MeetupFacts, 'meetup' | 'venue'>) =>
  `${hostName || 'Your host'}, for ${meetup.title}, ${sayWhen(meetup.startsLocal, meetup.endsLocal, meetup.zone)}, at ${venue.name}`;

/** What a host wrote, to one of the people of their meetup. A time that is over is not put in calendars. */
export const hostLetter =
  ({ subject, words, hostName, replyTo }: Written) =>
  ({ rsvp, to, link, meetup, venue }: RsvpLetterFacts): LetterOfKind => ({
    kind: 'hosts',
    to,
    subject: `${subject} (${meetup.title})`,
    name: rsvp.name,
    paragraphs: [...words.split(/\n{2,}/), signed(hostName, { meetup, venue })],
    link: { label: SEE_RSVP, url: link },
    closing: replyTo ? [MAY_ANSWER] : [],
    attachments: [],
    ...(replyTo && { replyTo }),
  });
