import { z } from 'astro/zod';
import { askForPlace } from '#domain/meetups/asking-commands.ts';
import type { Who } from '#domain/meetups/placing-commands.ts';
import { saveRsvp, withdrawRsvp } from '#domain/meetups/rsvp-commands.ts';
import type { Member } from '#domain/people/viewer.ts';
import { hashToken } from '#server/chance.ts';
import { requireMember } from '#server/guards.ts';
import { emailAddress, line } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { party, recordId, refuseOutcome, rsvpNotice, stationeryFor, token } from './rsvp-parts.ts';

export const rsvps = {
  /** One press for somebody signed in: comes, or comes with more or fewer. */
  save: guarded({
    input: z.object({ meetupId: recordId, ...party }),
    async handler({ meetupId, partySize, ...needs }, context) {
      const member = requireMember(context);
      const wish = { whose: whoseOf(meetupId, member), who: whoOf(member), partySize, needs };
      const saved = refuseOutcome(
        await writeOwnMail(context, 'rsvp', member.person.id, (tx) =>
          saveRsvp(tx, wish, stationeryFor(context), context.locals.now),
        ),
      );
      return { to: `/meetups/${saved.slug}`, notice: rsvpNotice(saved) };
    },
  }),

  /** Somebody signed in takes their RSVP back, or says that they can't come. */
  withdraw: guarded({
    input: z.object({ meetupId: recordId }),
    async handler({ meetupId }, context) {
      const member = requireMember(context);
      const wish = { whose: whoseOf(meetupId, member), who: whoOf(member) };
      const { slug } = refuseOutcome(
        await writeOwnMail(context, 'rsvp', member.person.id, (tx) =>
          withdrawRsvp(tx, wish, stationeryFor(context), context.locals.now),
        ),
      );
      return { to: `/meetups/${slug}`, notice: 'rsvp-withdrawn' };
    },
  }),

  /** Somebody who is not signed in asks for a place. The answer is the same whether or not the address is known. */
  ask: guarded({
    input: z.object({
      meetupId: recordId,
      name: line(80, 'Enter your name, as the hosts should call you'),
      email: emailAddress,
      ...party,
    }),
    async handler({ meetupId, name, email, partySize, ...needs }, context, site) {
      await limitMail(context, 'rsvp', email);
      const { circles } = context.locals.viewer;
      const request = { meetupId, circles, name, email, partySize, needs, domains: site.settings };
      const asked = refuseOutcome(
        await site.write((tx) => askForPlace(tx, request, stationeryFor(context), context.locals.now)),
      );
      return { to: `/meetups/${asked.slug}`, notice: 'rsvp-asked' };
    },
  }),

  /** By the link of a letter: confirms, and changes what was asked for. */
  confirm: guarded({
    input: z.object({ token, ...party }),
    async handler({ token, partySize, ...needs }, context) {
      const linkHash = hashToken(token);
      const wish = { whose: { linkHash }, who: null, partySize, needs };
      const saved = refuseOutcome(
        await writeOwnMail(context, 'rsvp', linkHash, (tx) =>
          saveRsvp(tx, wish, stationeryFor(context), context.locals.now),
        ),
      );
      return { to: `/rsvps/${token}`, notice: rsvpNotice(saved) };
    },
  }),

  /** By the link of a letter: can't come. */
  decline: guarded({
    input: z.object({ token }),
    async handler({ token }, context) {
      const linkHash = hashToken(token);
      const wish = { whose: { linkHash }, who: null };
      refuseOutcome(
        await writeOwnMail(context, 'rsvp', linkHash, (tx) =>
          withdrawRsvp(tx, wish, stationeryFor(context), context.locals.now),
        ),
      );
      return { to: `/rsvps/${token}`, notice: 'rsvp-withdrawn' };
    },
  }),
};

const whoseOf = (meetupId: string, { person, circles }: Member) => ({ meetupId, circles, email: person.email });

const whoOf = ({ person, circle }: Member): Who => ({
  name: person.name || (person.email ?? ''),
  email: person.email,
  personId: person.id,
  circle,
  route: 'web',
  enteredById: null,
});
