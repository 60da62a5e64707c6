import { z } from 'astro/zod';
import { enterRsvp } from '#domain/meetups/entering-commands.ts';
import { hasNeeds } from '#domain/meetups/needs-rules.ts';
import { saveRsvp, withdrawRsvp } from '#domain/meetups/rsvp-commands.ts';
import { OFFLINE_ROUTES } from '#domain/meetups/rsvp-rules.ts';
import { findScene } from '#domain/meetups/scene-queries.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { refusal, requireHost, requireMember, requireStaffOrHost } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { choice, line, optionalEmail, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { findHostedMeetup } from './hosted-meetup.ts';
import { party, recordId, refuseOutcome, stationeryFor } from './rsvp-parts.ts';

/** What colleagues enter for others: offline is equal. */
export const guests = {
  /** Somebody rang, wrote or came to the counter: any colleague enters it. A name is enough. */
  enter: guarded({
    input: z.object({
      meetupId: recordId,
      callerId: recordId,
      name: line(80, 'Enter the name, as the hosts should call them'),
      email: optionalEmail,
      circle: choice(CIRCLES, 'Choose where they belong'),
      route: choice(OFFLINE_ROUTES, 'Choose how it reached you'),
      saysFirstTime: tick,
      ...party,
    }),
    async handler({ accessNeeds, dietaryNeeds, childNeeds, partyNames, ...facts }, context, site) {
      requireMember(context);
      const meetup = await findHostedMeetup(site, facts.meetupId);
      const { person, circle, circles } = requireStaffOrHost(context, meetup);
      const needs = { accessNeeds, dietaryNeeds, childNeeds, partyNames };
      const entry = { ...facts, circles, enteredById: person.id, needs: hasNeeds(needs) ? needs : null };
      const saved = refuseOutcome(
        await site.write((tx) => enterRsvp(tx, entry, stationeryFor(context), context.locals.now)),
      );
      const notice = saved.rsvp.status === 'going' ? 'rsvp-entered-going' : 'rsvp-entered-waiting';
      const list = `/meetups/${saved.slug}/rsvps`;
      if (saved.callerId)
        return { to: circle === 'staff' ? `/phone/${saved.callerId}` : `${list}/${saved.rsvp.id}`, notice };
      return { to: `${list}/new`, notice };
    },
  }),

  /** A host changes somebody's RSVP for them. */
  change: guarded({
    input: z.object({ rsvpId: recordId, ...party }),
    async handler({ rsvpId, partySize, ...needs }, context, site) {
      const meetup = await findMeetupOf(site, rsvpId);
      requireHost(context, meetup);
      const wish = { whose: { rsvpId }, who: null, partySize, needs };
      refuseOutcome(await site.write((tx) => saveRsvp(tx, wish, stationeryFor(context), context.locals.now)));
      return { to: `/meetups/${meetup.slug}/rsvps`, notice: 'rsvp-changed' };
    },
  }),

  /** A host notes that somebody can't come. */
  withdraw: guarded({
    input: z.object({ rsvpId: recordId }),
    async handler({ rsvpId }, context, site) {
      const meetup = await findMeetupOf(site, rsvpId);
      requireHost(context, meetup);
      const wish = { whose: { rsvpId }, who: null };
      refuseOutcome(await site.write((tx) => withdrawRsvp(tx, wish, stationeryFor(context), context.locals.now)));
      return { to: `/meetups/${meetup.slug}/rsvps`, notice: 'rsvp-changed' };
    },
  }),
};

async function findMeetupOf({ read }: Site, rsvpId: string) {
  const scene = await findScene(read, { rsvpId });
  if (!scene) throw refusal('NOT_FOUND', 'That RSVP is not here any more. Go back to the list.');
  return scene.facts.meetup;
}
