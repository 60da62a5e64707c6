import { z } from 'astro/zod';
import { cancelMeetup, editMeetup, saveMeetup } from '#domain/meetups/meetup-commands.ts';
import { refusal, requireHost, requireStaff } from '#server/guards.ts';
import { longText, madeId, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { findHostedMeetup, meetupIsGone } from './hosted-meetup.ts';
import { meetupForm } from './meetup-fields.ts';
import { readMeetup } from './meetup-wish.ts';
import { stationeryFor } from './rsvp-parts.ts';

const SEEN = 'Open the page again: this form is an old one';

export const meetups = {
  announce: guarded({
    input: meetupForm,
    async handler(input, context, site) {
      const { person } = requireStaff(context);
      const { wish, comesTwice } = await readMeetup(input, site);
      const by = { savedById: person.id, newId: site.newId, now: context.locals.now };
      const outcome = await site.write((tx) => saveMeetup(tx, wish, by));
      if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
      return { to: `/meetups/${outcome.slug}`, notice: comesTwice ? 'meetup-first-hour' : 'meetup-announced' };
    },
  }),

  edit: guarded({
    input: meetupForm.extend({ seenAt: wholeNumber(0, Number.MAX_SAFE_INTEGER, SEEN) }),
    async handler({ seenAt, ...input }, context, site) {
      const editor = requireHost(context, await findHostedMeetup(site, input.meetupId));
      const { wish, comesTwice } = await readMeetup(input, site);
      const { now } = context.locals;
      const changed = { ...wish, seenAt: new Date(seenAt) };
      const outcome = await site.write((tx) => editMeetup(tx, changed, editor, stationeryFor(context), now));
      if (outcome.kind !== 'saved') throw notSaved(outcome.kind);
      const moved = outcome.untold > 0 ? 'meetup-moved-ring' : 'meetup-moved';
      const notice = outcome.isTold ? moved : comesTwice ? 'meetup-first-hour' : 'meetup-saved';
      return { to: `/meetups/${outcome.slug}`, notice };
    },
  }),

  cancel: guarded({
    input: z.object({
      meetupId: madeId,
      reason: longText(500, 'Say why, in a sentence: it goes to everyone who was coming'),
    }),
    async handler(wish, context, site) {
      const editor = requireHost(context, await findHostedMeetup(site, wish.meetupId));
      const { now } = context.locals;
      const outcome = await site.write((tx) => cancelMeetup(tx, wish, editor, stationeryFor(context), now));
      if (outcome.kind !== 'cancelled') throw notSaved(outcome.kind);
      const notice = outcome.untold > 0 ? 'meetup-cancelled-ring' : 'meetup-cancelled';
      return { to: `/meetups/${outcome.slug}`, notice };
    },
  }),
};

/** Why nothing was saved, in a sentence. */
function notSaved(
  kind: 'no-such-meetup' | 'no-such-venue' | 'not-yours' | 'changed-since' | 'over' | 'topics-are-narrower',
) {
  switch (kind) {
    case 'no-such-meetup':
      return meetupIsGone();
    case 'no-such-venue':
      return refusal('CONFLICT', 'That place is not in the list any more. Choose another, or enter it as a new one.');
    case 'not-yours':
      return refusal('FORBIDDEN', 'Only the hosts of this meetup can change it. Ask one of them, or an admin.');
    case 'over':
      return refusal('CONFLICT', 'This meetup is over, so it can no longer be cancelled.');
    case 'topics-are-narrower':
      return refusal(
        'CONFLICT',
        'One of its topics was offered within a smaller circle. Take it back to the list before more people may see this meetup.',
      );
    case 'changed-since':
      return refusal(
        'CONFLICT',
        'Somebody else changed this meetup meanwhile: look at its page. What you typed is still here. Press the button again to put it in place of theirs.',
      );
  }
}
