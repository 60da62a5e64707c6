import { z } from 'astro/zod';
import { LETTER_KINDS } from '#domain/mail/letter-kind-rules.ts';
import { chooseLetters, followUnsubscribeLink } from '#domain/mail/letter-refusal-commands.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { choice } from './fields.ts';
import { guarded } from './guarded.ts';

const GONE = 'This link does not belong to any letter of ours. Open it again from the letter.';
const token = z.string({ error: GONE }).max(100, GONE);

export const letters = {
  /** By the link of a letter: no more of its kind. */
  stop: guarded({
    input: z.object({ token }),
    async handler({ token }, { locals }, site) {
      await follow(site, token, false, locals.now);
      return { to: `/unsubscribe/${token}`, notice: 'letters-stopped' };
    },
  }),

  /** A mail program does the same for its reader (RFC 8058). It must not be led on: the page itself answers. */
  stopAtOnce: guarded({
    input: z.object({ 'List-Unsubscribe': z.literal('One-Click') }),
    async handler(_, { params, locals }, site) {
      await follow(site, params['token'] ?? '', false, locals.now);
      return { shown: 'stopped' };
    },
  }),

  /** By the link of a letter: its kind may come again. */
  resume: guarded({
    input: z.object({ token }),
    async handler({ token }, { locals }, site) {
      await follow(site, token, true, locals.now);
      return { to: `/unsubscribe/${token}`, notice: 'letters-resumed' };
    },
  }),

  /** Which kinds of letters somebody signed in wants. */
  choose: guarded({
    input: z.object({ kinds: z.array(choice(LETTER_KINDS, 'Choose from the list')).max(LETTER_KINDS.length) }),
    async handler({ kinds }, context, site) {
      const { person } = requireMember(context);
      const { email } = person;
      if (!email) throw refusal('CONFLICT', 'There is no mail address that we could write to.');
      await site.write((tx) => chooseLetters(tx, email, kinds, context.locals.now));
      return { to: '/profile', notice: 'letters-chosen' };
    },
  }),
};

async function follow({ write }: Site, token: string, wants: boolean, now: Date) {
  const outcome = await write((tx) => followUnsubscribeLink(tx, { linkHash: hashToken(token), wants }, now));
  if (outcome.kind === 'no-such-link') throw refusal('NOT_FOUND', GONE);
}
