import { z } from 'astro/zod';
import { makeToken, revokeToken } from '#domain/programs/token-commands.ts';
import { LASTING_NAMES, MOST_TOKENS, SCOPE_NAMES, TOKEN_PREFIX } from '#domain/programs/token-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { hashToken, newToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { choice, line, madeId } from './fields.ts';
import { guarded } from './guarded.ts';

const CHOOSE = 'Choose what it may do';

export const tokens = {
  /** Makes a token for a program that acts for whoever makes it. It is shown in the answer, and never again. */
  make: guarded({
    input: z.object({
      id: madeId,
      name: line(80, 'Say what it is for'),
      scopes: z.array(choice(SCOPE_NAMES, CHOOSE)).min(1, CHOOSE).max(SCOPE_NAMES.length, CHOOSE),
      lasting: choice(LASTING_NAMES, 'Choose how long it works'),
    }),
    async handler(wish, context, site) {
      const { person } = requireMember(context);
      const { now, site: facts } = context.locals;
      const token = `${TOKEN_PREFIX}${newToken().token}`;
      const made = { ...wish, hash: hashToken(token), personId: person.id, today: localDay(now, facts.zone), now };
      const outcome = await site.write((tx) => makeToken(tx, made));
      if (outcome.kind === 'too-many')
        throw refusal('CONFLICT', `You have ${MOST_TOKENS} tokens. Revoke one that you no longer need first.`);
      if (outcome.kind === 'made-before')
        throw refusal('CONFLICT', 'This one is made already, and shown only once. Revoke it below and make another.');
      return { shown: { token, name: wish.name, lastDay: outcome.lastDay } };
    },
  }),

  /** Ends a token of one's own. */
  revoke: guarded({
    input: z.object({ id: z.string().max(64) }),
    async handler({ id }, context, site) {
      const { person } = requireMember(context);
      const outcome = await site.write((tx) => revokeToken(tx, id, person.id, context.locals.now));
      return { to: '/profile/tokens', notice: outcome.kind === 'revoked' ? 'token-revoked' : 'token-gone' };
    },
  }),
};
