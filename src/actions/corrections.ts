import { findChannel } from '#domain/channels/channel-queries.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { sendCorrection } from '#domain/corrections/correction-commands.ts';
import { findCorrection } from '#domain/corrections/correction-queries.ts';
import { decideCorrection } from '#domain/corrections/decision-commands.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { correctionInput, decisionInput, readDecisions, readItems } from './correction-input.ts';
import { guarded } from './guarded.ts';
import { limitMail } from './limited.ts';
import { stationeryFor } from './rsvp-parts.ts';

const GONE = 'This channel is not there any more. Somebody may have closed it meanwhile.';
const NOT_THEIRS = 'This correction is not there, or not yours to decide.';

export const corrections = {
  /** Anybody's word that something in a channel's record is wrong, for those who answer for it and the keepers. */
  send: guarded({
    input: correctionInput,
    async handler({ slug, id, answerTo, trap, ...typed }, context, site) {
      const { now, viewer, site: facts } = context.locals;
      const channel = await findChannel(site.read, viewer, slug, localDay(now, facts.zone));
      if (!channel) throw refusal('NOT_FOUND', GONE);
      const [platforms, units] = await Promise.all([listPlatforms(site.read), listUnits(site.read)]);
      const items = readItems(channel, typed, { platforms, units });
      const done = { to: `/channels/${slug}`, notice: 'channel-reported' };
      if (trap) return done;
      await limitMail(context, 'channel-report', channel.id);
      const wish = { id, channelId: channel.id, items, answerTo, sentById: viewer.person?.id ?? null };
      const outcome = await site.write((tx) => sendCorrection(tx, wish, stationeryFor(context), now));
      if (outcome.kind !== 'sent') throw refusal('NOT_FOUND', GONE);
      return channel.isHolder ? { to: `/corrections/${id}`, notice: 'correction-own' } : done;
    },
  }),

  /** Those who answer for the channel, or keep the register, take over what is right and say why they leave the rest. */
  decide: guarded({
    input: decisionInput,
    async handler({ id, all, ...typed }, context, site) {
      const viewer = requireMember(context);
      const found = await findCorrection(site.read, viewer, id);
      if (!found) throw refusal('NOT_FOUND', NOT_THEIRS);
      const open = found.items.filter(({ decision }) => decision === null).map(({ field }) => field);
      const decisions = all
        ? new Map(open.map((field) => [field, { decision: 'accepted' as const, reason: '' }]))
        : readDecisions(typed);
      const wish = { correctionId: id, decisions };
      const { now } = context.locals;
      const outcome = await site.write((tx) => decideCorrection(tx, wish, viewer, stationeryFor(context), now));
      if (outcome.kind === 'no-such-correction') throw refusal('NOT_FOUND', NOT_THEIRS);
      if (outcome.kind === 'decided-already')
        throw refusal('CONFLICT', 'Somebody else has decided that meanwhile. What they decided stands below.');
      if (outcome.kind === 'cannot-be') throw wrongFields({ [`decision_${outcome.field}`]: outcome.sentence });
      return { to: `/corrections/${id}`, notice: `correction-${outcome.kind}` };
    },
  }),
};
