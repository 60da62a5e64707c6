import { z } from 'astro/zod';
import { orderEmergency } from '#domain/emergency/emergency-commands.ts';
import { MOST_ON_SHEET } from '#domain/emergency/emergency-rules.ts';
import { requireKeeper } from '#server/guards.ts';
import { LOST, optionalNumber } from './fields.ts';
import { guarded } from './guarded.ts';

const lines = <Line extends z.ZodType>(line: Line) => z.array(line).max(MOST_ON_SHEET, LOST).default([]);

export const emergency = {
  /** Puts the channels of the sheet in order. */
  order: guarded({
    input: z
      .object({
        channelId: lines(z.string().max(64, LOST)),
        turn: lines(optionalNumber(1, 99, 'Enter turns as numbers from 1 to 99, or leave them empty')),
        minutes: lines(optionalNumber(1, 1440, 'Enter minutes from 1 to 1440, or leave them empty')),
      })
      .refine(({ channelId, turn, minutes }) => channelId.length === turn.length && turn.length === minutes.length, {
        error: LOST,
        path: ['turn'],
      }),
    async handler({ channelId: ids, turn, minutes }, context, site) {
      const viewer = requireKeeper(context);
      const turns = ids.map((channelId, at) => ({
        channelId,
        turn: turn[at] ?? null,
        minutes: minutes[at] ?? null,
      }));
      const saving = { savedById: viewer.person.id, now: context.locals.now, newId: site.newId };
      await site.write((tx) => orderEmergency(tx, turns, saving));
      return { to: '/channels/emergency', notice: 'emergency-ordered' };
    },
  }),
};
