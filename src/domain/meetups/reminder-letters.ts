import type { LetterOfKind } from '../mail/letter-rules.ts';
import { localDay, sayDay } from '../time/date-words.ts';
import { type RsvpLetterFacts, sayOccasion } from './rsvp-letters.ts';
import { sayPlaces } from './rsvp-words.ts';

/** To somebody who is going, some days before. */
export const reminderLetter =
  (now: Date) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): LetterOfKind => ({
    kind: 'reminders',
    to,
    subject: `${sayDayAhead(facts, now)}: ${facts.meetup.title}`,
    name: rsvp.name,
    paragraphs: [
      `you have ${sayPlaces(rsvp.partySize)}, and we look forward to seeing you.`,
      sayOccasion(facts),
      'The attached file puts it in your calendar, if it is not there yet.',
    ],
    link: { label: 'Can’t come? Say so here, or change how many you are', url: link },
    closing: ['You need not write: one press on that page, and somebody on the waiting list will be glad.'],
  });

/** To somebody who still waits the day before: what they can count on. */
export const stillWaitingLetter =
  (position: number, now: Date) =>
  ({ rsvp, to, link, ...facts }: RsvpLetterFacts): LetterOfKind => ({
    kind: 'reminders',
    to,
    subject: `${sayDayAhead(facts, now)}, and still full: ${facts.meetup.title}`,
    name: rsvp.name,
    paragraphs: [
      `no place has come free for you so far: you are number ${position} on the waiting list.`,
      sayOccasion(facts),
      'Please don’t set out unless we write to you. We do so at once when a place is yours, up to the start.',
    ],
    link: { label: 'Don’t want to wait? Say so here', url: link },
  });

/** "Tomorrow", "Today", or "Thursday 3 December 2026": what it is where the meetup is. */
function sayDayAhead({ meetup }: Pick<RsvpLetterFacts, 'meetup'>, now: Date): string {
  const day = meetup.startsLocal.slice(0, 10);
  const dayAfter = new Date(Date.parse(localDay(now, meetup.zone)) + 86_400_000).toISOString().slice(0, 10);
  if (day === localDay(now, meetup.zone)) return 'Today';
  return day === dayAfter ? 'Tomorrow' : sayDay(meetup.startsLocal);
}
