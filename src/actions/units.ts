import { z } from 'astro/zod';
import { saveUnit } from '#domain/units/unit-commands.ts';
import { requireKeeper } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { LOST, line, optionalEmail, optionalId, optionalLine, optionalText } from './fields.ts';
import { guarded } from './guarded.ts';

const WRONG = {
  'no-such-parent': { parentId: 'Choose a unit from the list' },
  ring: { parentId: 'Choose another: this one stands below the unit you are changing' },
  'name-taken': { name: 'There is a unit of that name already' },
  'no-such-lead': { leadId: 'Choose a member of staff from the list' },
};

export const units = {
  /** Adds a unit, or changes what is said of one. */
  save: guarded({
    input: z.object({
      id: line(64, LOST),
      name: line(120, 'Enter the name people know it by'),
      parentId: optionalId,
      leadId: optionalId,
      mailbox: optionalEmail,
      phone: optionalLine(40),
      description: optionalText(500),
      aliases: optionalText(2000),
    }),
    async handler({ id, aliases, phone, ...fields }, context, site) {
      requireKeeper(context);
      const names = [
        ...new Set(
          aliases
            .split('\n')
            .map((alias) => alias.trim())
            .filter(Boolean),
        ),
      ];
      const unit = { ...fields, phone: phone || null, aliases: names };
      const outcome = await site.write((tx) => saveUnit(tx, id, unit));
      if (outcome.kind !== 'saved') throw wrongFields(WRONG[outcome.kind]);
      return { to: `/units/${outcome.slug}`, notice: 'unit-saved' };
    },
  }),
};
