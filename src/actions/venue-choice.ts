import type { z } from 'astro/zod';
import type { VenueChoice } from '#domain/meetups/venue-commands.ts';
import type { Problems } from '#server/wrong-fields.ts';
import type { venueFields } from './meetup-fields.ts';

type VenueInput = z.output<z.ZodObject<typeof venueFields>>;

/** What is wrong with a place as typed, by field. */
export const wrongVenue = ({ venueId, venueName, venueAddress }: VenueInput): Problems =>
  venueId
    ? {}
    : {
        ...(!venueName && { venueName: 'Choose a place from the list, or enter the name of a new one' }),
        ...(venueName && !venueAddress && { venueAddress: 'Enter the address, so that people find it' }),
      };

/** The place that is meant: one of the list, or a new one. */
export function chooseVenue({ venueId, venueName, venueAddress, venuePhone, ...input }: VenueInput): VenueChoice {
  if (venueId) return { id: venueId };
  const { findUs, stepFree, toilet, hearingLoop, parking, accessNotes } = input;
  const access = { stepFree, toilet, hearingLoop, parking, accessNotes };
  return { fields: { name: venueName, address: venueAddress, phone: venuePhone, findUs, ...access } };
}
