import { z } from 'astro/zod';
import { forgetAbsence, noteAbsence } from '#domain/people/absence-commands.ts';
import { isDay } from '#domain/series/rhythm-form-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { guarded } from './guarded.ts';

const id = z.string().max(64);
const day = (missing: string) => z.string({ error: missing }).refine(isDay, missing);

export const absences = {
  /** Somebody says when they are away, so that dates are not planned for then. */
  note: guarded({
    input: z.object({ id, fromOn: day('Enter the first day'), untilOn: day('Enter the last day') }),
    async handler(input, context, site) {
      const { person } = requireMember(context);
      if (input.untilOn < input.fromOn) throw wrongFields({ untilOn: 'Enter a last day that comes after the first' });
      const { now, site: facts } = context.locals;
      const absence = { ...input, personId: person.id };
      await site.write((tx) => noteAbsence(tx, absence, localDay(now, facts.zone)));
      return { to: '/profile', notice: 'absence-noted' };
    },
  }),

  forget: guarded({
    input: z.object({ id }),
    async handler(input, context, site) {
      const { person } = requireMember(context);
      await site.write((tx) => forgetAbsence(tx, { id: input.id, personId: person.id }));
      return { to: '/profile', notice: 'saved' };
    },
  }),
};
