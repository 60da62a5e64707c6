import { z } from 'astro/zod';
import { appealRemoval } from '#domain/moderation/appeal-commands.ts';
import { hashToken } from '#server/chance.ts';
import { refusal } from '#server/guards.ts';
import { longText } from './fields.ts';
import { guarded } from './guarded.ts';
import { stationeryFor } from './rsvp-parts.ts';

const GONE = 'This link does not belong to any letter of ours. Open it again from the letter.';

export const appeals = {
  /** By the link of a letter: whoever wrote removed words says why they should come back. */
  send: guarded({
    input: z.object({
      token: z.string({ error: GONE }).max(100, GONE),
      words: longText(2000, 'Say why your words should come back'),
    }),
    async handler({ token, words }, context, site) {
      const appeal = { linkHash: hashToken(token), words };
      const outcome = await site.write((tx) => appealRemoval(tx, appeal, stationeryFor(context), context.locals.now));
      if (outcome.kind === 'no-such-link') throw refusal('NOT_FOUND', GONE);
      if (outcome.kind === 'not-removed') throw refusal('CONFLICT', 'Your words are back already.');
      if (outcome.kind === 'appealed-before')
        throw refusal('CONFLICT', 'You have appealed already. You may do so once.');
      return { to: `/appeals/${token}`, notice: 'appeal-sent' };
    },
  }),
};
