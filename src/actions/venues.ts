import { z } from 'astro/zod';
import { describeVenue } from '#domain/meetups/venue-commands.ts';
import { refusal, requireStaff } from '#server/guards.ts';
import { guarded } from './guarded.ts';
import { venueDetails } from './meetup-fields.ts';

const GONE = 'This place is not here any more. Choose another on the meetup.';

export const venues = {
  describe: guarded({
    input: z.object({ venueId: z.string({ error: GONE }).max(64, GONE), ...venueDetails }),
    async handler({ venueId, venuePhone: phone, ...details }, context, site) {
      requireStaff(context);
      const { now } = context.locals;
      const outcome = await site.write((tx) => describeVenue(tx, venueId, { phone, ...details }, now));
      if (outcome.kind === 'no-such-venue') throw refusal('NOT_FOUND', GONE);
      return { to: `/venues/${venueId}/edit`, notice: 'saved' };
    },
  }),
};
