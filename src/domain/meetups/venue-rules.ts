import type { Tables } from '#db/tables.ts';

export type Venue = Tables['venues']['$inferSelect'];
export type VenueFields = Omit<Venue, 'id'>;

/** What can be said of a place anew; with another name or address it is another place. */
export type VenueDetails = Omit<VenueFields, 'name' | 'address'>;

export const KNOWN = ['yes', 'no', 'unknown'] as const;

/** What people ask before they set out; each may be unknown, and that is said too. */
export const ACCESS = ['stepFree', 'toilet', 'hearingLoop', 'parking'] as const;

export const ACCESS_QUESTIONS: Record<(typeof ACCESS)[number], string> = {
  stepFree: 'Step-free from the street',
  toilet: 'Accessible toilet',
  hearingLoop: 'Hearing loop',
  parking: 'Parking',
};

export const KNOWN_WORDS: Record<(typeof KNOWN)[number], string> = {
  yes: 'Yes',
  no: 'No',
  unknown: 'We do not know yet',
};
