import { z } from 'astro/zod';
import { endPeriod, savePeriod } from '#domain/moderation/period-commands.ts';
import { isDay } from '#domain/series/rhythm-form-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireAdmin } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { line, madeId } from './fields.ts';
import { guarded } from './guarded.ts';

const day = (missing: string) => z.string({ error: missing }).refine(isDay, missing);
const DONE = '/admin/elections';

export const electionPeriods = {
  /** Sets the days before an election, or others. */
  save: guarded({
    input: z.object({
      id: madeId,
      startsOn: day('Enter the first day'),
      endsOn: day('Enter the last day'),
      reason: line(120, 'Say what is elected, such as “the council election on 6 May”'),
    }),
    async handler(input, context, site) {
      const { person } = requireAdmin(context);
      const { now, site: facts } = context.locals;
      if (input.endsOn < input.startsOn)
        throw wrongFields({ endsOn: 'Enter a last day that does not come before the first' });
      if (input.endsOn < localDay(now, facts.zone))
        throw wrongFields({ endsOn: 'Enter a last day that is still ahead, or today' });
      const wish = { ...input, zone: facts.zone, setById: person.id };
      const outcome = await site.write((tx) => savePeriod(tx, wish, site.newId, now));
      if (outcome.kind === 'ended-early') throw refusal('CONFLICT', 'This one was ended early. Set new days instead.');
      return { to: DONE, notice: 'period-saved' };
    },
  }),

  /** Ends the days before an election now, or calls them off. */
  end: guarded({
    input: z.object({ id: madeId }),
    async handler({ id }, context, site) {
      const { person } = requireAdmin(context);
      const end = { id, endedById: person.id };
      const outcome = await site.write((tx) => endPeriod(tx, end, site.newId, context.locals.now));
      if (outcome.kind === 'over-already') throw refusal('CONFLICT', 'This one is over already.');
      return { to: DONE, notice: 'period-ended' };
    },
  }),
};
