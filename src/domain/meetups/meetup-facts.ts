import type { Tables } from '#db/tables.ts';

/** A meetup with its venue, and when it was called off: what letters, calendars and decisions about places need. */
export interface MeetupFacts {
  meetup: Tables['meetups']['$inferSelect'];
  venue: Tables['venues']['$inferSelect'];
  cancelledAt: Date | null;
  /** Whom to ring, if its series has a number of its own. */
  seriesPhone?: string | null;
}
