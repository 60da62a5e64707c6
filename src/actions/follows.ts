import { z } from 'astro/zod';
import { MOST_IN_PARTY } from '#domain/meetups/rsvp-rules.ts';
import { askToFollow, confirmFollow, followSeries, unfollow } from '#domain/series/follow-commands.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { emailAddress, line, madeId, tick, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const counting = {
  everyDate: tick,
  partySize: wholeNumber(1, MOST_IN_PARTY, `Choose how many you are, from 1 to ${MOST_IN_PARTY}`).default(1),
};
const countsIn = ({ everyDate, partySize }: { everyDate: boolean; partySize: number }) =>
  everyDate ? partySize : null;

export const follows = {
  /** One press for somebody signed in. */
  follow: guarded({
    input: z.object({ seriesId: madeId, ...counting }),
    async handler(input, context) {
      const { person, circles } = requireMember(context);
      const who = { email: person.email ?? '', name: person.name || (person.email ?? ''), personId: person.id };
      const wish = { seriesId: input.seriesId, circles, ...who, countsIn: countsIn(input) };
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'follow', person.id, (tx) =>
        followSeries(tx, wish, stationeryFor(context), now),
      );
      if (outcome.kind !== 'following') throw gone();
      return { to: `/series/${outcome.slug}`, notice: 'follow-saved' };
    },
  }),

  stop: guarded({
    input: z.object({
      seriesId: madeId,
      slug: z
        .string()
        .max(100)
        .regex(/^[a-z0-9-]+$/),
    }),
    async handler({ slug, ...input }, context, site) {
      const { person } = requireMember(context);
      const whose = { seriesId: input.seriesId, email: person.email ?? '' };
      await site.write((tx) => unfollow(tx, whose, context.locals.now));
      return { to: `/series/${slug}`, notice: 'follow-stopped' };
    },
  }),

  /** Somebody who is not signed in. The answer is the same whether or not the address follows already. */
  ask: guarded({
    input: z.object({
      seriesId: madeId,
      name: line(80, 'Enter your name, as we should call you'),
      email: emailAddress,
      ...counting,
    }),
    async handler({ name, email, ...input }, context, site) {
      await limitMail(context, 'follow', email);
      const { viewer, now } = context.locals;
      const wish = { seriesId: input.seriesId, circles: viewer.circles, name, email, countsIn: countsIn(input) };
      const outcome = await site.write((tx) => askToFollow(tx, wish, stationeryFor(context), now));
      if (outcome.kind !== 'asked') throw gone();
      return { to: `/series/${outcome.slug}`, notice: 'follow-asked' };
    },
  }),

  /** By the link of a letter: confirms, or changes how. */
  confirm: guarded({
    input: z.object({ token, ...counting }),
    async handler(input, context) {
      const linkHash = hashToken(input.token);
      const wish = { linkHash, countsIn: countsIn(input) };
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'follow', linkHash, (tx) =>
        confirmFollow(tx, wish, stationeryFor(context), now),
      );
      if (outcome.kind !== 'following') throw gone();
      return { to: `/follows/${input.token}`, notice: 'follow-saved' };
    },
  }),

  /** By the link of a letter: no more letters. */
  unfollow: guarded({
    input: z.object({ token }),
    async handler(input, context, site) {
      await site.write((tx) => unfollow(tx, { linkHash: hashToken(input.token) }, context.locals.now));
      return { to: '/series', notice: 'follow-stopped' };
    },
  }),
};

const gone = () => refusal('NOT_FOUND', 'This series is not here any more. Look at the list of series.');
