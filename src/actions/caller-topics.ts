import { z } from 'astro/zod';
import { OFFLINE_ROUTES } from '#domain/meetups/rsvp-rules.ts';
import { findCaller } from '#domain/people/caller-queries.ts';
import { offerTopic } from '#domain/topics/offer-commands.ts';
import { TOPIC_KINDS } from '#domain/topics/topic-rules.ts';
import { castVote, takeVoteBack } from '#domain/topics/vote-commands.ts';
import { withdrawTopic } from '#domain/topics/withdrawal-commands.ts';
import { refusal, requireStaff } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { choice, line } from './fields.ts';
import { guarded } from './guarded.ts';
import { recordId, stationeryFor } from './rsvp-parts.ts';

const route = choice(OFFLINE_ROUTES, 'Choose how it reached you');
const aboutTopic = { callerId: recordId, seriesId: recordId, topicId: recordId };

/** Topics and votes of somebody without a mail address, by any colleague they tell. */
export const callerTopics = {
  offer: guarded({
    input: z.object({
      callerId: recordId,
      seriesId: recordId,
      title: line(120, 'Give the topic a title, such as “Posters made by bus drivers”'),
      question: line(300, 'Say what they wonder, or what the problem is'),
      kind: choice(TOPIC_KINDS, 'Choose what kind of topic it is'),
      route,
    }),
    async handler({ callerId, route, ...input }, context, site) {
      const { person, circles } = requireStaff(context);
      const { name } = await findTheirs(site, callerId);
      const who = { personId: callerId, name, email: null, route, enteredById: person.id };
      const { now } = context.locals;
      const { kind } = await site.write((tx) => offerTopic(tx, { ...input, circles }, who, site.newId, now));
      return done(kind, { callerId, ...input }, kind === 'already-there' ? 'already-there' : 'caller-topic');
    },
  }),

  vote: guarded({
    input: z.object({ ...aboutTopic, route }),
    async handler({ callerId, route, ...input }, context, site) {
      const { person, circles } = requireStaff(context);
      await findTheirs(site, callerId);
      const ballot = { topicId: input.topicId, personId: callerId, circles, route, enteredById: person.id };
      const { kind } = await site.write((tx) => castVote(tx, ballot, context.locals.now));
      return done(kind, { callerId, ...input }, 'caller-voted');
    },
  }),

  takeVoteBack: guarded({
    input: z.object(aboutTopic),
    async handler({ callerId, ...input }, context, site) {
      requireStaff(context);
      await findTheirs(site, callerId);
      const { kind } = await site.write((tx) => takeVoteBack(tx, { topicId: input.topicId, personId: callerId }));
      return done(kind, { callerId, ...input }, 'caller-vote-back');
    },
  }),

  withdraw: guarded({
    input: z.object(aboutTopic),
    async handler({ callerId, ...input }, context, site) {
      requireStaff(context);
      await findTheirs(site, callerId);
      const whose = { topicId: input.topicId, personId: callerId };
      const { now } = context.locals;
      const { kind } = await site.write((tx) => withdrawTopic(tx, whose, stationeryFor(context), now));
      return done(kind, { callerId, ...input }, 'caller-topic-back');
    },
  }),
};

/** Whoever has an address votes and offers by themselves: nobody does it in their name. */
async function findTheirs({ read }: Site, callerId: string) {
  const caller = await findCaller(read, callerId);
  if (!caller) throw refusal('NOT_FOUND', 'They are not here any more. Look for them again.');
  return caller;
}

const CHOSEN = 'This topic is chosen already, or was taken back, so nothing was changed.';

function done(kind: string, { callerId, seriesId }: { callerId: string; seriesId: string }, notice: string) {
  if (kind === 'no-votes-left') throw refusal('CONFLICT', 'All three of their votes are given. Take one back first.');
  if (kind === 'not-open' || kind === 'over' || kind === 'not-yours') throw refusal('CONFLICT', CHOSEN);
  if (kind.startsWith('no-such')) throw refusal('NOT_FOUND', 'This topic is not on the list any more.');
  return { to: `/phone/${callerId}/topics?series=${seriesId}`, notice };
}
