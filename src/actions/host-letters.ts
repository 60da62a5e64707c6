import { z } from 'astro/zod';
import { type HostLetterWish, sendHostLetter } from '#domain/meetups/host-letter-commands.ts';
import { findReach } from '#domain/meetups/host-letter-queries.ts';
import { AUDIENCES, MOST_LETTERS_A_DAY } from '#domain/meetups/host-letter-rules.ts';
import { refusal, requireHost } from '#server/guards.ts';
import { choice, line, longText, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { findHostedMeetup, meetupIsGone } from './hosted-meetup.ts';
import { recordId, stationeryFor } from './rsvp-parts.ts';

const letter = z.object({
  letterId: recordId,
  meetupId: recordId,
  audience: choice(AUDIENCES, 'Choose whom you write to'),
  subject: line(100, 'Say in a few words what it is about'),
  words: longText(3000, 'Write what they should know'),
  answersToMe: tick,
});

/** What a host writes to the people of their meetup: seen and counted first, then sent. */
export const hostLetters = {
  /** Shows the letter as it would go out, and to how many. Nothing is kept. */
  preview: guarded({
    input: letter,
    async handler(input, context, site) {
      requireHost(context, await findHostedMeetup(site, input.meetupId));
      return { shown: { ...input, reach: await findReach(site.read, input.meetupId, input.audience) } };
    },
  }),

  send: guarded({
    input: letter,
    async handler({ letterId: id, answersToMe, ...input }, context, site) {
      const host = requireHost(context, await findHostedMeetup(site, input.meetupId));
      const wish: HostLetterWish = { ...input, id, replyTo: answersToMe ? host.person.email : null };
      const { now } = context.locals;
      const outcome = await site.write((tx) => sendHostLetter(tx, wish, host, stationeryFor(context), now));
      if (outcome.kind !== 'sent') throw notSent(outcome.kind);
      return { to: `/meetups/${outcome.slug}/letters`, notice: 'host-letter-sent' };
    },
  }),
};

function notSent(kind: 'no-such-meetup' | 'not-yours' | 'too-many' | 'nobody') {
  switch (kind) {
    case 'no-such-meetup':
      return meetupIsGone();
    case 'not-yours':
      return refusal('FORBIDDEN', 'Only the hosts of this meetup can write to its people.');
    case 'too-many':
      return refusal(
        'TOO_MANY_REQUESTS',
        `You have sent ${MOST_LETTERS_A_DAY} letters about this meetup within a day. Please write again tomorrow.`,
      );
    case 'nobody':
      return refusal('CONFLICT', 'Nobody would get this letter at the moment, so it was not sent.');
  }
}
