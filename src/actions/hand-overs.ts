import { z } from 'astro/zod';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { chosenOf } from '#domain/handovers/choice-rules.ts';
import { answerHandOvers, callOffHandOver } from '#domain/handovers/hand-over-answer-commands.ts';
import { startHandOver } from '#domain/handovers/hand-over-commands.ts';
import { findAsked, listOpenHandOvers } from '#domain/handovers/hand-over-queries.ts';
import { STEPS } from '#domain/handovers/hand-over-rules.ts';
import { signHandOvers } from '#domain/handovers/hand-over-sign-commands.ts';
import { tickSteps, untickStep } from '#domain/handovers/hand-over-step-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { hashToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line, optionalLine, optionalText } from './fields.ts';
import { guarded } from './guarded.ts';
import { chosen, refuseStart, requireSome } from './hand-over-input.ts';
import { writeOwnMail } from './limited.ts';
import { stationeryFor, token } from './rsvp-parts.ts';

const GONE = 'This hand-over is over, or not yours. Look at the list of hand-overs.';
const answer = {
  ...chosen,
  accepts: choice(['yes', 'no'], 'Press one of the two buttons'),
  words: optionalText(500),
};
const step = choice(STEPS, 'Choose from the list');

export const handOvers = {
  /** Asks somebody to take over one channel. */
  start: guarded({
    input: z.object({
      slug: line(100, 'This channel is not there any more.'),
      role: choice(['owner', 'deputy'], 'Choose what is handed over'),
      toId: line(64, 'Choose who takes it over'),
    }),
    async handler({ slug, role, toId }, context, site) {
      const viewer = requireMember(context);
      const { now, site: facts } = context.locals;
      const channel = await findChannel(site.read, viewer, slug, localDay(now, facts.zone));
      if (!channel) throw refusal('NOT_FOUND', 'This channel is not there any more.');
      if (!channel.isHolder)
        throw refusal('FORBIDDEN', 'Only its owner, its deputy or a keeper of the register can hand it over.');
      const wish = { channelId: channel.id, role, toId, startedById: viewer.person.id };
      const outcome = await writeOwnMail(context, 'hand-over', viewer.person.id, (tx) =>
        startHandOver(tx, wish, stationeryFor(context), now),
      );
      if (outcome.kind !== 'started') throw refuseStart(outcome.kind);
      return { to: `/hand-overs/${outcome.id}`, notice: 'hand-over-asked' };
    },
  }),

  /** Accepts or declines what somebody signed in is asked to take over. */
  answer: guarded({
    input: z.object(answer),
    async handler({ accepts, words, ...which }, context, site) {
      const viewer = requireMember(context);
      const asked = (await listOpenHandOvers(site.read, viewer)).filter(
        ({ toId, acceptedAt }) => toId === viewer.person.id && acceptedAt === null,
      );
      const ids = requireSome(chosenOf(asked, which, ({ id }) => id));
      const wish = { ids, accepts: accepts === 'yes', words };
      const who = { personId: viewer.person.id };
      await site.write((tx) => answerHandOvers(tx, who, wish, stationeryFor(context), context.locals.now));
      return { to: '/hand-overs', notice: `hand-over-${accepts}` };
    },
  }),

  /** The same by the link of a letter. */
  answerByLink: guarded({
    input: z.object({ ...answer, token }),
    async handler({ token, accepts, words, ...which }, context, site) {
      const linkHash = hashToken(token);
      const link = await findAsked(site.read, linkHash);
      if (!link) throw refusal('NOT_FOUND', GONE);
      const ids = requireSome(chosenOf(link.asked, which, ({ id }) => id));
      const wish = { ids, accepts: accepts === 'yes', words };
      await site.write((tx) => answerHandOvers(tx, { linkHash }, wish, stationeryFor(context), context.locals.now));
      return { to: `/hand-overs/answer/${token}`, notice: `hand-over-${accepts}` };
    },
  }),

  /** Ticks off steps, of many hand-overs at once. */
  tick: guarded({
    input: z.object({ ...chosen, steps: z.array(step).max(STEPS.length), notNeeded: optionalLine(200) }),
    async handler({ steps, notNeeded, ...which }, context, site) {
      const viewer = requireMember(context);
      if (steps.length === 0) throw wrongFields({ steps: 'Choose what has been done' });
      const ids = requireSome(chosenOf(await listOpenHandOvers(site.read, viewer), which, ({ id }) => id));
      const ticked = { ids, steps, notNeeded };
      const outcome = await site.write((tx) => tickSteps(tx, viewer, ticked, context.locals.now));
      if (outcome.kind === 'not-open') throw refusal('CONFLICT', NOTHING_TO_TICK);
      return { to: whereAfter(ids), notice: 'hand-over-ticked' };
    },
  }),

  /** Takes one tick back. */
  untick: guarded({
    input: z.object({ id: line(64, GONE), step }),
    async handler(wish, context, site) {
      const viewer = requireMember(context);
      const outcome = await site.write((tx) => untickStep(tx, viewer, wish));
      if (outcome.kind === 'not-open') throw refusal('CONFLICT', NOTHING_TO_TICK);
      return { to: `/hand-overs/${wish.id}`, notice: 'saved' };
    },
  }),

  /** Signs many at once. What both have signed changes hands. */
  sign: guarded({
    input: z.object({ ...chosen, forAnother: optionalLine(200) }),
    async handler({ forAnother, ...which }, context, site) {
      const viewer = requireMember(context);
      const { now, site: facts } = context.locals;
      const ids = requireSome(chosenOf(await listOpenHandOvers(site.read, viewer), which, ({ id }) => id));
      const signing = { ids, forAnother, today: localDay(now, facts.zone), breathe: breather() };
      const outcome = await site.write((tx) => signHandOvers(tx, viewer, signing, stationeryFor(context), now));
      if (outcome.kind === 'say-why')
        throw wrongFields({ forAnother: 'Say for whom you sign, and why they cannot: “Mo has left”' });
      if (outcome.signed === 0) throw refusal('CONFLICT', outcome.unready > 0 ? NOT_READY : NOTHING_TO_SIGN);
      const notice = outcome.unready > 0 ? 'hand-over-some-signed' : 'hand-over-signed';
      return { to: whereAfter(ids), notice: outcome.done > 0 ? 'hand-over-done' : notice };
    },
  }),

  /** Takes a hand-over back. */
  callOff: guarded({
    input: z.object({ id: line(64, GONE), words: optionalText(500) }),
    async handler(wish, context) {
      const viewer = requireMember(context);
      const { now } = context.locals;
      const outcome = await writeOwnMail(context, 'hand-over', viewer.person.id, (tx) =>
        callOffHandOver(tx, viewer, wish, stationeryFor(context), now),
      );
      if (outcome.kind === 'not-open') throw refusal('CONFLICT', GONE);
      return { to: `/hand-overs/${wish.id}`, notice: 'hand-over-called-off' };
    },
  }),
};

const NOTHING_TO_TICK = 'None of these can be ticked off: they wait for an answer, or somebody has signed already.';
const NOTHING_TO_SIGN = 'There is nothing for you to sign among these: they wait for an answer, or you have signed.';
const NOT_READY =
  'Not everything is ticked off yet, so there is nothing to sign. Tick off each step, or say why it does not apply.';

const whereAfter = ([id, ...others]: readonly string[]) => (others.length === 0 ? `/hand-overs/${id}` : '/hand-overs');
