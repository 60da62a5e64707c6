import { z } from 'astro/zod';
import { listPeopleByEmail } from '#domain/lessons/lesson-choice-queries.ts';
import { chooseTopic, moveTopicUp, saveRoles, takeTopicOff, typeTopicIn } from '#domain/topics/choice-commands.ts';
import { requireHost } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { line, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';
import { findHostedMeetup } from './hosted-meetup.ts';
import { addressesIn, readPerson, unknownAddress } from './person-or-name.ts';
import { recordId, stationeryFor } from './rsvp-parts.ts';
import { refuseTopic, topicId } from './topic-parts.ts';
import { readRoles, roleFields } from './topic-roles.ts';

const choice = z.object({ meetupId: recordId, topicId });

/** Moves a topic; what was typed about them all is kept. */
const move = roleFields.extend({ topicId });

const orderOf = (slug: string) => `/meetups/${slug}/topics`;

/** What hosts do with the topics of a meetup. */
export const runningOrder = {
  choose: guarded({
    input: choice,
    async handler(wish, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, wish.meetupId));
      const { slug } = refuseTopic(
        await site.write((tx) => chooseTopic(tx, wish, host, stationeryFor(context), context.locals.now)),
      );
      return { to: orderOf(slug), notice: 'topic-chosen' };
    },
  }),

  takeOff: guarded({
    input: move,
    async handler({ meetupId, topicId, ...input }, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, meetupId));
      const wish = { meetupId, topicId, roles: await readRoles(input, site) };
      const { slug } = refuseTopic(
        await site.write((tx) => takeTopicOff(tx, wish, host, stationeryFor(context), context.locals.now)),
      );
      return { to: orderOf(slug), notice: 'topic-taken-off' };
    },
  }),

  moveUp: guarded({
    input: move,
    async handler({ meetupId, topicId, ...input }, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, meetupId));
      const wish = { meetupId, topicId, roles: await readRoles(input, site) };
      const { slug } = refuseTopic(await site.write((tx) => moveTopicUp(tx, wish, host, context.locals.now)));
      return { to: orderOf(slug), notice: 'running-order-saved' };
    },
  }),

  /** Who starts each topic, who takes notes, and how long it lasts. */
  saveRoles: guarded({
    input: roleFields,
    async handler({ meetupId, ...input }, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, meetupId));
      const roles = await readRoles(input, site);
      const { slug } = refuseTopic(
        await site.write((tx) => saveRoles(tx, { meetupId, roles }, host, context.locals.now)),
      );
      return { to: orderOf(slug), notice: 'running-order-saved' };
    },
  }),

  /** A host adds a topic that is on no list. */
  typeIn: guarded({
    input: z.object({
      meetupId: recordId,
      title: line(120, 'Give the topic a title'),
      question: optionalLine(300),
      lead: optionalLine(120),
    }),
    async handler({ lead, ...words }, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, words.meetupId));
      const [person] = await listPeopleByEmail(site.read, addressesIn([lead]));
      const wrong = unknownAddress('lead', lead, person);
      if (wrong['lead']) throw wrongFields(wrong);
      const { id: leadId, name: leadName } = readPerson(lead, person);
      const wish = { ...words, leadId, leadName };
      const { slug } = refuseTopic(
        await site.write((tx) => typeTopicIn(tx, wish, host, site.newId, context.locals.now)),
      );
      return { to: orderOf(slug), notice: 'running-order-saved' };
    },
  }),
};
