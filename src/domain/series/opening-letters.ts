import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import type { RsvpLetterFacts } from '../meetups/rsvp-letters.ts';
import { sayInstant, sayWhen } from '../time/date-words.ts';
import { stopLine } from './series-letters.ts';

/** To a follower, when a date opens. */
export const openedLetter =
  ({ meetup, venue }: MeetupFacts, seriesName: string, siteUrl: string) =>
  ({ to, name, stop }: { to: string; name: string; stop: string }): LetterOfKind => ({
    kind: 'series',
    to,
    subject: `A date is open: ${meetup.title}, ${sayWhen(meetup.startsLocal, null, meetup.zone)}`,
    name,
    paragraphs: [`you follow ${seriesName}. The next date to save a place for is:`, sayOccasion({ meetup, venue })],
    link: { label: 'See it and save your place', url: `${siteUrl}/meetups/${meetup.slug}#rsvp` },
    closing: [stopLine(stop)],
  });

/** To somebody who is counted in for every date: a place is kept, if they say that it is still right. */
export const stillRightLetter =
  (seriesName: string, position: number | undefined, stop: string) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): Letter => {
    const { meetup } = facts;
    const until = sayInstant(rsvp.heldUntil ?? meetup.startsAt, meetup.zone);
    const [many, us] =
      rsvp.partySize > 1 ? [`${rsvp.partySize} places`, `, all ${rsvp.partySize} of you`] : ['a place', ''];
    return {
      to,
      subject: `Still right? ${meetup.title}, ${sayWhen(meetup.startsLocal, null, meetup.zone)}`,
      name: rsvp.name,
      paragraphs: [
        `you wanted to be counted in for every date of ${seriesName}. This one is open now:`,
        sayOccasion(facts),
        position
          ? `It is full already: you are number ${position} on the waiting list${us}.`
          : `We keep ${many} for you.`,
        `Is that still right? One press on the page below says so. If we have not heard from you by ${until}, somebody else can have your turn.`,
      ],
      link: { label: 'Yes or no, in one press', url: link },
      closing: [stopLine(stop)],
    };
  };

const sayOccasion = ({ meetup, venue }: Pick<MeetupFacts, 'meetup' | 'venue'>) =>
  [
    sayWhen(meetup.startsLocal, meetup.endsLocal, meetup.zone),
    `${venue.name}, ${venue.address.replaceAll('\n', ', ')}`,
    ...(venue.findUs ? [venue.findUs] : []),
  ].join('\n');
