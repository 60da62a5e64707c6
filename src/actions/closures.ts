import { z } from 'astro/zod';
import { closeMeetup } from '#domain/closures/closure-commands.ts';
import { findClosure } from '#domain/closures/closure-queries.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { refusal, requireHost } from '#server/guards.ts';
import { countedNumber, optionalId, optionalText, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { meetupIsGone } from './hosted-meetup.ts';
import { recordId, stationeryFor } from './rsvp-parts.ts';
import { readTopicLessons } from './topic-lessons.ts';

const MOST_HEADS = 2000;
const heads = (who: string) => countedNumber(0, MOST_HEADS, `Enter how many ${who} came: 0 if nobody did`);

export const closures = {
  /** Closes a meetup, or mends how it was closed. */
  close: guarded({
    input: z.object({
      meetupId: recordId,
      staff: heads('staff'),
      partners: heads('from partners'),
      public: heads('residents'),
      photosNote: optionalText(500),
      nextMeetupId: optionalId,
      publishesNotes: tick,
    }),
    async handler({ staff, partners, public: residents, ...wish }, context, site) {
      const facts = await findFacts(site.read, wish.meetupId);
      if (!facts) throw notClosed('no-such-meetup');
      const host = requireHost(context, facts.meetup);
      const before = await findClosure(site.read, wish.meetupId);
      const lessons = await readTopicLessons(facts.meetup, host, site);
      const closing = { ...wish, heads: { staff, partners, public: residents }, lessons };
      const { now } = context.locals;
      const outcome = await site.write((tx) => closeMeetup(tx, host, closing, stationeryFor(context), now));
      if (outcome.kind !== 'closed') throw notClosed(outcome.kind);
      return { to: `/meetups/${outcome.slug}`, notice: before ? 'meetup-closure-mended' : 'meetup-closed' };
    },
  }),
};

/** Why nothing was saved, in a sentence. */
function notClosed(kind: 'no-such-meetup' | 'not-yours' | 'not-held') {
  switch (kind) {
    case 'no-such-meetup':
      return meetupIsGone();
    case 'not-yours':
      return refusal('FORBIDDEN', 'Only the hosts of this meetup can close it. Ask one of them, or an admin.');
    case 'not-held':
      return refusal('CONFLICT', 'This meetup has not begun, or was called off, so there is nothing to close.');
  }
}
