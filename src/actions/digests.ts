import { z } from 'astro/zod';
import { chooseDigest } from '#domain/digests/digest-commands.ts';
import { RHYTHMS } from '#domain/digests/digest-rules.ts';
import { choice, wholeNumber } from './fields.ts';
import { followerAddress, followsPath, linkToken } from './follower.ts';
import { guarded } from './guarded.ts';
import { stationeryFor } from './rsvp-parts.ts';

export const digests = {
  /** How often a digest comes, and when. */
  choose: guarded({
    input: z.object({
      token: linkToken,
      rhythm: choice(RHYTHMS, 'Choose how often it comes'),
      weekday: wholeNumber(1, 7, 'Choose a day of the week'),
      hour: wholeNumber(0, 23, 'Choose an hour'),
    }),
    async handler({ token, ...chosen }, context, site) {
      const email = await followerAddress(context, token);
      const { now } = context.locals;
      await site.write((tx) => chooseDigest(tx, { email, ...chosen }, stationeryFor(context), now));
      return { to: `${followsPath(token)}#digest`, notice: 'digest-chosen' };
    },
  }),
};
