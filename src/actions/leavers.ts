import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { chosenOf } from '#domain/handovers/choice-rules.ts';
import { listSoleDrafts } from '#domain/leavers/draft-queries.ts';
import { listHoldings, listHostedSeries } from '#domain/leavers/holding-queries.ts';
import { findLeaver } from '#domain/leavers/leaver-queries.ts';
import { bringBack, markLeft, setLeavingDay } from '#domain/leavers/leaving-commands.ts';
import { giveToSuccessor } from '#domain/leavers/successor-commands.ts';
import { readTime } from '#domain/meetups/meetup-time-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireKeeper, requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { line } from './fields.ts';
import { guarded } from './guarded.ts';
import { chosen, refuseStart } from './hand-over-input.ts';
import { writeOwnMail } from './limited.ts';
import { stationeryFor } from './rsvp-parts.ts';

const GONE = 'This person is not here, or not yours to look after.';
const personId = line(64, GONE);
const ids = z.array(z.string().max(64)).max(200).default([]);
const TOLD_AT = '07:00';

export const leavers = {
  /** Asks one successor to take over what was chosen. */
  give: guarded({
    input: z.object({
      ...{ ...chosen, personId, seriesIds: ids, draftIds: ids },
      toId: line(64, 'Choose who takes them over'),
    }),
    async handler({ toId, personId, seriesIds, draftIds, ...which }, context, site) {
      const { person } = requireMember(context);
      const { lastDay } = await findTheirs(context, site, personId);
      if (toId === personId) throw wrongFields({ toId: 'Choose somebody else: they are the one who leaves' });
      const [holdings, series, drafts] = await Promise.all([
        listHoldings(site.read, personId),
        listHostedSeries(site.read, personId, lastDay),
        listSoleDrafts(site.read, personId),
      ]);
      const wish = {
        ...{ fromId: personId, toId, startedById: person.id, lastDay },
        given: chosenOf(holdings, which, ({ key }) => key).map(({ id, role }) => ({ channelId: id, role })),
        seriesIds: seriesIds.filter((id) => series.some((one) => one.id === id)),
        draftIds: draftIds.filter((id) => drafts.some((one) => one.id === id)),
      };
      if (wish.given.length + wish.seriesIds.length + wish.draftIds.length === 0)
        throw refusal('CONFLICT', 'Choose at least one thing to hand over.');
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'hand-over', person.id, (tx) =>
        giveToSuccessor(tx, wish, stationeryFor(context), now),
      );
      if (outcome.kind !== 'started') throw refuseStart(outcome.kind);
      return {
        to: `/people/${personId}/leaving`,
        notice: outcome.refused.length > 0 ? 'leaver-some-given' : 'leaver-given',
      };
    },
  }),

  /** Notes the last day of somebody, or that there is none. */
  setDay: guarded({
    input: z.object({
      personId,
      leavingOn: z
        .union([z.literal('').transform(() => null), z.iso.date('Enter a day, or leave it empty')])
        .nullish()
        .transform((day) => day ?? null),
    }),
    async handler({ personId, leavingOn }, context, site) {
      requireMember(context);
      await findTheirs(context, site, personId);
      const at = leavingOn === null ? undefined : readTime(`${leavingOn}T${TOLD_AT}`, context.locals.site.zone);
      if (at?.kind === 'wrong') throw wrongFields({ leavingOn: 'Enter a day that is not so far away' });
      const day = { personId, leavingOn, tellAt: at?.at ?? null };
      await site.write((tx) => setLeavingDay(tx, day, site.newId));
      return { to: `/people/${personId}/leaving`, notice: 'leaver-day' };
    },
  }),

  /** Notes that somebody has left. */
  markLeft: guarded({
    input: z.object({ personId }),
    async handler({ personId }, context, site) {
      const { person } = requireKeeper(context);
      const { today } = await findTheirs(context, site, personId);
      if (personId === person.id)
        throw refusal('CONFLICT', 'You cannot note it of yourself. Ask another keeper or an admin.');
      const left = { personId, notedById: person.id, today };
      const outcome = await site.write((tx) => markLeft(tx, left, context.locals.now));
      if (outcome.kind === 'only-name') throw refusal('CONFLICT', sayOnly(outcome.only));
      return { to: `/people/${personId}/leaving`, notice: 'leaver-left' };
    },
  }),

  /** They are here after all. */
  bringBack: guarded({
    input: z.object({ personId }),
    async handler({ personId }, context, site) {
      requireKeeper(context);
      await findTheirs(context, site, personId);
      await site.write((tx) => bringBack(tx, personId));
      return { to: `/people/${personId}/leaving`, notice: 'leaver-back' };
    },
  }),
};

const MOST_SAID = 30;

function sayOnly(only: readonly string[]): string {
  const more = only.length - MOST_SAID;
  const list = [...only.slice(0, MOST_SAID), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  return `They are the only name on something. Hand it over first: ${list}.`;
}

/** @throws a refusal unless this person is theirs to look after. */
async function findTheirs(context: ActionAPIContext, { read }: Site, personId: string) {
  const { viewer, now, site } = context.locals;
  const leaver = await findLeaver(read, viewer, personId);
  if (!leaver) throw refusal('NOT_FOUND', GONE);
  const today = localDay(now, site.zone);
  return { today, lastDay: leaver.leavingOn ?? today };
}
