import { z } from 'astro/zod';
import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import { OFFLINE_ROUTES } from '#domain/meetups/rsvp-rules.ts';
import { askToOffer, confirmOffer, offerTopic } from '#domain/topics/offer-commands.ts';
import { castVote, takeVoteBack } from '#domain/topics/vote-commands.ts';
import { removeTopic, withdrawTopic } from '#domain/topics/withdrawal-commands.ts';
import { hashToken } from '#server/chance.ts';
import { requireMember, requireStaff } from '#server/guards.ts';
import { choice, emailAddress, line, longText, optionalEmail, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';
import { offerFields, refuseTopic, topicId } from './topic-parts.ts';

const listOf = (slug: string) => `/series/${slug}/topics`;

export const topics = {
  /** One press for somebody signed in. */
  offer: guarded({
    input: z.object(offerFields),
    async handler(input, context, site) {
      const { person, circles } = requireMember(context);
      const who = { personId: person.id, name: person.name, email: person.email, route: 'web' as const };
      const offer = { ...input, circles };
      const { kind, slug } = refuseTopic(
        await writeOwnMail(context, 'topic', person.id, (tx) =>
          offerTopic(tx, offer, { ...who, enteredById: null }, site.newId, context.locals.now),
        ),
      );
      return { to: listOf(slug), notice: kind === 'offered' ? 'topic-offered' : 'topic-there-already' };
    },
  }),

  /** Somebody who is not signed in offers a topic. The answer is the same whether or not the address is known. */
  ask: guarded({
    input: z.object({
      ...offerFields,
      name: line(80, 'Enter your name, as the hosts should call you'),
      email: emailAddress,
    }),
    async handler({ name, email, ...input }, context, site) {
      await limitMail(context, 'topic', email);
      const offer = { ...input, circles: context.locals.viewer.circles };
      const { slug } = refuseTopic(
        await site.write((tx) => askToOffer(tx, offer, { name, email }, stationeryFor(context), context.locals.now)),
      );
      return { to: listOf(slug), notice: 'topic-asked' };
    },
  }),

  /** By the link of a letter: puts it on the list. */
  confirm: guarded({
    input: z.object({ token }),
    async handler({ token }, context, site) {
      refuseTopic(await site.write((tx) => confirmOffer(tx, hashToken(token), context.locals.now)));
      return { to: `/topics/${token}`, notice: 'topic-offered' };
    },
  }),

  /** By the link of a letter: takes it back. */
  decline: guarded({
    input: z.object({ token }),
    async handler({ token }, context, site) {
      const whose = { linkHash: hashToken(token) };
      refuseTopic(await site.write((tx) => withdrawTopic(tx, whose, stationeryFor(context), context.locals.now)));
      return { to: `/topics/${token}`, notice: 'topic-withdrawn' };
    },
  }),

  /** A colleague enters what somebody said on the phone, at the counter, on paper or by text. A name is enough. */
  enter: guarded({
    input: z.object({
      ...offerFields,
      name: line(80, 'Enter the name, as the hosts should call them'),
      email: optionalEmail,
      route: choice(OFFLINE_ROUTES, 'Choose how it reached you'),
      isNew: tick,
    }),
    async handler({ name, email, route, isNew, ...input }, context, site) {
      const { person, circles } = requireStaff(context);
      const [known] = email ? await listPeopleByEmail(site.read, [email]) : [];
      const who = { personId: known?.id ?? null, name, email, route, isNew, enteredById: person.id };
      const { slug } = refuseTopic(
        await site.write((tx) => offerTopic(tx, { ...input, circles }, who, site.newId, context.locals.now)),
      );
      return { to: listOf(slug), notice: 'topic-entered' };
    },
  }),

  vote: guarded({
    input: z.object({ topicId }),
    async handler({ topicId }, context, site) {
      const { person, circles } = requireMember(context);
      const ballot = { topicId, personId: person.id, circles, route: 'web' as const, enteredById: null };
      const { slug } = refuseTopic(await site.write((tx) => castVote(tx, ballot, context.locals.now)));
      return { to: `${listOf(slug)}#topic-${topicId}`, notice: 'topic-vote-given' };
    },
  }),

  takeVoteBack: guarded({
    input: z.object({ topicId }),
    async handler({ topicId }, context, site) {
      const { person } = requireMember(context);
      const { slug } = refuseTopic(await site.write((tx) => takeVoteBack(tx, { topicId, personId: person.id })));
      return { to: `${listOf(slug)}#topic-${topicId}`, notice: 'topic-vote-back' };
    },
  }),

  /** Whoever offered it, or entered it for somebody, takes it back. */
  withdraw: guarded({
    input: z.object({ topicId }),
    async handler({ topicId }, context, site) {
      const { person } = requireMember(context);
      const whose = { topicId, personId: person.id };
      const { slug } = refuseTopic(
        await site.write((tx) => withdrawTopic(tx, whose, stationeryFor(context), context.locals.now)),
      );
      return { to: listOf(slug), notice: 'topic-withdrawn' };
    },
  }),

  /** A host takes it off the list; the reason stays. */
  remove: guarded({
    input: z.object({
      topicId,
      reason: longText(500, 'Say why, in a sentence: it stays on the list for everyone to read'),
    }),
    async handler(wish, context, site) {
      const editor = requireMember(context);
      const { slug } = refuseTopic(
        await site.write((tx) => removeTopic(tx, wish, editor, stationeryFor(context), context.locals.now)),
      );
      return { to: listOf(slug), notice: 'topic-removed' };
    },
  }),
};
