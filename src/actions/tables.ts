import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { findAcquaintances } from '#domain/tables/acquaintance-queries.ts';
import type { Pair } from '#domain/tables/table-facts.ts';
import { peopleIn } from '#domain/tables/table-group-rules.ts';
import { listNamedParties } from '#domain/tables/table-party-queries.ts';
import { keepTablePlan } from '#domain/tables/table-plan-commands.ts';
import { findTablePlan } from '#domain/tables/table-plan-queries.ts';
import { isPair, MOST_AT_TABLES, readPairs } from '#domain/tables/table-plan-rules.ts';
import { mixTables } from '#domain/tables/table-rules.ts';
import { refusal, requireHost } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { findHostedMeetup } from './hosted-meetup.ts';
import { recordId } from './rsvp-parts.ts';

const HOW_MANY = 'Enter how many tables are easy to reach, from 0 to 75';

/** Who sits with whom. Each press proposes the tables anew. */
export const tables = {
  /** Mixes, or mixes again. */
  mix: guarded({
    input: z.object({ meetupId: recordId, easyTables: wholeNumber(0, 75, HOW_MANY) }),
    async handler({ meetupId, easyTables }, context, site) {
      requireHost(context, await findHostedMeetup(site, meetupId));
      return propose(context, site, meetupId, (before) => ({ ...before, easyTables, seed: before.seed + 1 }));
    },
  }),

  /** Two parties asked to sit together. */
  join: guarded({
    input: z.object({ meetupId: recordId, one: recordId, other: recordId }),
    async handler({ meetupId, one, other }, context, site) {
      requireHost(context, await findHostedMeetup(site, meetupId));
      if (one === other) throw wrongFields({ other: 'Choose somebody else here' });
      return propose(context, site, meetupId, (before) => ({
        ...before,
        together: [...before.together.filter((pair) => !isPair(pair, one, other)), [one, other]],
      }));
    },
  }),

  /** They need not sit together after all. */
  part: guarded({
    input: z.object({ meetupId: recordId, one: recordId, other: recordId }),
    async handler({ meetupId, one, other }, context, site) {
      requireHost(context, await findHostedMeetup(site, meetupId));
      return propose(context, site, meetupId, (before) => ({
        ...before,
        together: before.together.filter((pair) => !isPair(pair, one, other)),
      }));
    },
  }),
};

interface Asked {
  seed: number;
  easyTables: number;
  together: readonly Pair[];
}

const FIRST: Asked = { seed: 0, easyTables: 2, together: [] };

/** Mixing takes a while, so it is done before `write`, from what is known now. */
async function propose({ locals }: ActionAPIContext, site: Site, meetupId: string, change: (before: Asked) => Asked) {
  const { viewer, now } = locals;
  const meetup = await findHostedMeetup(site, meetupId);
  const [kept, parties] = await Promise.all([
    findTablePlan(site.read, viewer, meetupId),
    listNamedParties(site.read, viewer, meetupId, now),
  ]);
  if (parties.length === 0) throw refusal('CONFLICT', 'Nobody is coming yet, so there is nobody to seat.');
  if (peopleIn(parties) > MOST_AT_TABLES)
    throw refusal('CONFLICT', `We can seat ${MOST_AT_TABLES} people at most, and more are coming.`);
  const asked = change(kept ? { ...kept, together: readPairs(kept.together) } : FIRST);
  const met = await findAcquaintances(site.read, meetup, parties);
  const { tables } = mixTables({ ...asked, parties, met });
  const { seed, easyTables, together } = asked;
  const editor = { person: viewer.person!, isAdmin: viewer.isAdmin };
  await site.write((tx) => keepTablePlan(tx, { meetupId, seed, easyTables, together, tables }, editor, now));
  return { to: `/meetups/${meetup.slug}/tables`, notice: 'tables-mixed' };
}
