import { z } from 'astro/zod';
import { findCallerRsvp } from '#domain/meetups/caller-rsvp-queries.ts';
import { saveRsvp, withdrawRsvp } from '#domain/meetups/rsvp-commands.ts';
import { ensureCaller } from '#domain/people/caller-commands.ts';
import { CIRCLES, type Member } from '#domain/people/viewer.ts';
import { newToken } from '#server/chance.ts';
import { refusal, requireStaff } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { choice, line } from './fields.ts';
import { guarded } from './guarded.ts';
import { party, recordId, refuseOutcome, stationeryFor } from './rsvp-parts.ts';

const GONE = 'That RSVP is not here any more. Look for them again.';

/** What any colleague does for somebody without a mail address who rings, or stands at the counter. */
export const callers = {
  /** Somebody new, before they ask for anything: pressing twice makes one person. */
  add: guarded({
    input: z.object({
      callerId: recordId,
      name: line(80, 'Enter the name, as the hosts should call them'),
      circle: choice(CIRCLES, 'Choose where they belong'),
    }),
    async handler({ callerId: id, ...facts }, context, site) {
      const { person } = requireStaff(context);
      const caller = { id, ...facts, madeById: person.id };
      await site.write(async (tx) => {
        await ensureCaller(tx, caller, newToken, context.locals.now);
      });
      return { to: `/phone/${id}`, notice: 'caller-added' };
    },
  }),

  /** They come with more or fewer, or come after all. */
  change: guarded({
    input: z.object({ rsvpId: recordId, ...party }),
    async handler({ rsvpId, partySize, ...needs }, context, site) {
      const path = await findPath(site, requireStaff(context), rsvpId, context.locals.now);
      const wish = { whose: { rsvpId }, who: null, partySize, needs };
      const saved = refuseOutcome(
        await site.write((tx) => saveRsvp(tx, wish, stationeryFor(context), context.locals.now)),
      );
      return { to: path, notice: saved.rsvp.status === 'going' ? 'caller-going' : 'caller-waiting' };
    },
  }),

  /** They can't come. */
  withdraw: guarded({
    input: z.object({ rsvpId: recordId }),
    async handler({ rsvpId }, context, site) {
      const path = await findPath(site, requireStaff(context), rsvpId, context.locals.now);
      const wish = { whose: { rsvpId }, who: null };
      refuseOutcome(await site.write((tx) => withdrawRsvp(tx, wish, stationeryFor(context), context.locals.now)));
      return { to: path, notice: 'caller-withdrawn' };
    },
  }),
};

/** The page of whoever's RSVP it is, if it is of somebody without an address and this colleague may see the meetup. */
async function findPath({ read }: Site, viewer: Member, rsvpId: string, now: Date): Promise<string> {
  const found = await findCallerRsvp(read, viewer, rsvpId, now);
  if (!found) throw refusal('NOT_FOUND', GONE);
  return `/phone/${found.personId}`;
}
