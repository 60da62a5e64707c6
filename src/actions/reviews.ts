import { z } from 'astro/zod';
import { answerByLink, answerReviews } from '#domain/reviews/answer-commands.ts';
import { MOST_AT_ONCE } from '#domain/reviews/answer-queries.ts';
import { ANSWERS } from '#domain/reviews/review-ask-rules.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const answer = choice(ANSWERS, 'Press one of the buttons');
const TOO_MANY = `Answer for at most ${MOST_AT_ONCE} channels at a time`;
const channelId = z.string().max(64, 'Choose from the list');

export const reviews = {
  /** Somebody signed in, about one or many of their channels. */
  answer: guarded({
    input: z.object({
      answer,
      channelIds: z.array(channelId).max(MOST_AT_ONCE, TOO_MANY),
      /** All that the page listed, whether or not each is ticked. */
      isAll: tick,
      listed: z
        .string()
        .max(65 * MOST_AT_ONCE, TOO_MANY)
        .nullish(),
    }),
    async handler({ answer, channelIds, isAll, listed }, context, site) {
      const { person } = requireMember(context);
      const chosen = isAll ? (listed ?? '').split(',').filter(Boolean) : channelIds;
      if (chosen.length === 0) throw wrongFields({ channelIds: 'Tick the channels that you mean' });
      const wish = { channelIds: chosen, answer, person };
      const outcome = await site.write((tx) => answerReviews(tx, wish, stationeryFor(context), context.locals.now));
      if (outcome.kind !== 'answered')
        throw refusal('FORBIDDEN', 'Only those who answer for a channel, or were asked about it, can say so.');
      return { to: '/reviews', notice: answer === 'still-right' ? 'reviews-right' : 'reviews-not-mine' };
    },
  }),

  /** By the link of a letter, about one channel. */
  answerByLink: guarded({
    input: z.object({ token, answer }),
    async handler({ token, answer }, context, site) {
      const wish = { linkHash: hashToken(token), answer };
      const outcome = await site.write((tx) => answerByLink(tx, wish, stationeryFor(context), context.locals.now));
      if (outcome.kind === 'no-such-link')
        throw refusal('NOT_FOUND', 'This link does not belong to any letter of ours.');
      if (outcome.kind === 'spent')
        throw refusal('GONE', 'This link was used already, or its time is over. Sign in and answer on your page.');
      const notice = answer === 'still-right' ? 'reviews-right' : 'reviews-not-mine';
      return { to: `/reviews/${token}/${answer}`, notice };
    },
  }),
};
