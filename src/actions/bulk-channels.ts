import { z } from 'astro/zod';
import { editChannels } from '#domain/channels/bulk-commands.ts';
import { type BulkPlan, isEmptyWish, linesOfBulk } from '#domain/channels/bulk-rules.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { readBulk } from '#server/bulk-edit.ts';
import { newToken } from '#server/chance.ts';
import { refusal, requireKeeper } from '#server/guards.ts';
import { markOf } from '#server/mark.ts';
import { LOST, line } from './fields.ts';
import { guarded } from './guarded.ts';

export const bulkChannels = {
  /** Does to many channels what the preview said. */
  apply: guarded({
    input: z.object({ address: line(60_000, LOST), mark: line(64, LOST) }),
    async handler({ address, mark }, context, site) {
      const keeper = requireKeeper(context);
      const { now, site: facts } = context.locals;
      const asked = await readBulk(site.read, keeper, new URLSearchParams(address), await listUnits(site.read));
      const { problems, wish, selection } = asked;
      if (Object.keys(problems).length > 0 || isEmptyWish(wish)) throw changedSince();
      const office = { newToken, siteUrl: facts.url, siteName: facts.name };
      const bulk = { selection, wish, today: localDay(now, facts.zone), breathe: breather() };
      const isShown = async (plan: BulkPlan) => (await markOf(linesOfBulk(plan), bulk.breathe)) === mark;
      const edit = { ...bulk, office, now, newId: site.newId, isShown };
      const outcome = await site.write((tx) => editChannels(tx, keeper, edit));
      if (outcome.kind === 'changed-since') throw changedSince();
      return { to: '/channels?select=true', notice: 'channels-changed' };
    },
  }),
};

const changedSince = () =>
  refusal(
    'CONFLICT',
    'Something has changed meanwhile, and nothing was done. Look again, then press the button again.',
  );
