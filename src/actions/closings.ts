import { z } from 'astro/zod';
import { finishClosing, planClosing, tickClosing } from '#domain/channel-closings/closing-commands.ts';
import { CLOSING_STEPS } from '#domain/channel-closings/closing-rules.ts';
import { CLOSE_REASON_WORDS, HANDLE_FATE_WORDS } from '#domain/channels/channel-words.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireColleague } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, longText, optionalId, tick } from './fields.ts';
import { guarded } from './guarded.ts';
import { stationeryFor } from './rsvp-parts.ts';

const NOT_YOURS =
  'Only keepers of the register can plan this, and those who answer for the channel once it was agreed to.';
const codesOf = <Code extends string>(words: Record<Code, string>) => Object.keys(words) as [Code, ...Code[]];
const channelId = line(64, NOT_YOURS);

export const closings = {
  /** Plans how a channel ends. */
  plan: guarded({
    input: z.object({
      channelId,
      closesOn: z.iso.date('Enter the last day'),
      why: choice(codesOf(CLOSE_REASON_WORDS), 'Choose why it ends'),
      goInsteadId: optionalId,
      handleFate: choice(codesOf(HANDLE_FATE_WORDS), 'Choose what becomes of its name'),
      lastPosts: longText(1000, 'Say what is posted until then'),
      pinnedWords: longText(500, 'Write what stays pinned at the end'),
    }),
    async handler(plan, context, site) {
      const planner = requireColleague(context);
      const { now, site: facts } = context.locals;
      if (plan.closesOn < localDay(now, facts.zone)) throw wrongFields({ closesOn: 'Choose today or a later day' });
      const outcome = await site.write((tx) => planClosing(tx, planner, plan, stationeryFor(context), now));
      if (outcome.kind === 'nowhere-to-go') throw wrongFields({ goInsteadId: 'Choose another channel than this one' });
      if (outcome.kind !== 'planned') throw refusal('FORBIDDEN', NOT_YOURS);
      return { to: `/channels/${outcome.slug}/closing`, notice: 'closing-planned' };
    },
  }),

  /** Ticks a step off, or takes the tick back. */
  tick: guarded({
    input: z.object({ channelId, step: choice(CLOSING_STEPS, 'Choose a step'), isDone: tick }),
    async handler(wish, context, site) {
      const planner = requireColleague(context);
      const outcome = await site.write((tx) => tickClosing(tx, planner, wish, context.locals.now));
      if (outcome.kind !== 'ticked') throw refusal('FORBIDDEN', NOT_YOURS);
      return { to: `/channels/${outcome.slug}/closing`, notice: 'closing-ticked' };
    },
  }),

  /** Closes the channel as planned. */
  finish: guarded({
    input: z.object({ channelId }),
    async handler(wish, context, site) {
      const planner = requireColleague(context);
      const { now } = context.locals;
      const outcome = await site.write((tx) => finishClosing(tx, planner, wish.channelId, stationeryFor(context), now));
      if (outcome.kind === 'closed') return { to: `/channels/${outcome.slug}`, notice: 'channel-closed' };
      if (outcome.kind === 'steps-open')
        throw refusal('CONFLICT', 'Tick every step off first, or ask a keeper of the register.');
      if (outcome.kind === 'nowhere-to-go')
        throw refusal('CONFLICT', 'The channel to go to instead is closed by now. Choose another one first.');
      throw refusal('FORBIDDEN', NOT_YOURS);
    },
  }),
};
