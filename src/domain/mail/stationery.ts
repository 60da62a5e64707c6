import type { MailAttachment } from '#db/tables/site.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import type { RsvpStatus } from '../meetups/rsvp-rules.ts';

/** What a letter needs besides words: chance and machinery, brought in from outside. */
export interface Stationery {
  newId(): string;
  newToken(): { token: string; hash: string };
  /** Lets whatever waits in this process go on: for the middle of many letters. */
  breathe(): Promise<void>;
  siteName: string;
  /** The origin links start with, without a slash at the end. */
  siteUrl: string;
  /** The site's IANA zone: the days of what is no meetup are told by it. */
  zone: string;
  /** The number to ring; empty when there is none. */
  phone: string;
  /** The calendar file for somebody who is going, waits (tentative) or is not going (cancelled). */
  calendarFile(facts: MeetupFacts, status: RsvpStatus, now: Date): MailAttachment;
}
