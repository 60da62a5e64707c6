import { z } from 'astro/zod';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { type ChannelSaved, saveChannel } from '#domain/channels/channel-commands.ts';
import { findChannel, findWholeChannel } from '#domain/channels/channel-queries.ts';
import { reviewChannel } from '#domain/channels/channel-review-commands.ts';
import { CLOSE_REASON_WORDS, HANDLE_FATE_WORDS } from '#domain/channels/channel-words.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireKeeper, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { channelInput, OWNER_IS_DEPUTY, readChannelFields } from './channel-input.ts';
import { choice, line, optionalId, optionalText } from './fields.ts';
import { guarded } from './guarded.ts';

const GONE = 'This channel is not there any more. Somebody may have closed it meanwhile.';
const slug = line(100, GONE);
const codesOf = <Code extends string>(words: Record<Code, string>) => Object.keys(words) as [Code, ...Code[]];

export const channels = {
  /** Adds a channel to the register. */
  add: guarded({
    input: z.object(channelInput),
    async handler(typed, context, site) {
      const keeper = requireKeeper(context);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      const { fields, warning } = await readChannelFields(site, keeper, typed, today);
      const save = { id: site.newId(), fields, savedById: keeper.person.id, now, newId: site.newId };
      const checkedOn = typed.isChecked ? today : null;
      return afterSaving(await site.write((tx) => saveChannel(tx, { ...save, checkedOn })), warning);
    },
  }),

  /** Changes a channel. */
  change: guarded({
    input: z.object({ ...channelInput, slug }),
    async handler({ slug, ...typed }, context, site) {
      const keeper = requireKeeper(context);
      const channel = await findWholeChannel(site.read, keeper, slug);
      if (!channel) throw refusal('NOT_FOUND', GONE);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      const { fields, warning } = await readChannelFields(site, keeper, typed, today, channel);
      const checkedOn = typed.isChecked ? today : null;
      const save = { id: channel.id, fields, checkedOn, savedById: keeper.person.id, now, newId: site.newId };
      return afterSaving(await site.write((tx) => saveChannel(tx, save)), warning);
    },
  }),

  /** Closes a channel; it stays listed. */
  close: guarded({
    input: z.object({
      id: line(64, GONE),
      why: choice(codesOf(CLOSE_REASON_WORDS), 'Choose why it is closed'),
      closedOn: z.iso.date('Enter the day it was or will be closed'),
      goInsteadId: optionalId,
      handleFate: choice(codesOf(HANDLE_FATE_WORDS), 'Choose what became of its name'),
    }),
    async handler(closing, context, site) {
      const { person } = requireKeeper(context);
      const close = { ...closing, closedById: person.id, now: context.locals.now, newId: site.newId };
      const outcome = await site.write((tx) => closeChannel(tx, close));
      if (outcome.kind === 'no-such-channel') throw refusal('NOT_FOUND', GONE);
      if (outcome.kind === 'nowhere-to-go')
        throw wrongFields({ goInsteadId: 'Choose a channel that is open, and not this one' });
      return { to: `/channels/${outcome.slug}`, notice: 'channel-closed' };
    },
  }),

  /** Says that a channel's record is still right: its owner, its deputy or a keeper. */
  review: guarded({
    input: z.object({ slug, notes: optionalText(500) }),
    async handler({ slug, notes }, context, site) {
      const viewer = requireMember(context);
      const { now, site: facts } = context.locals;
      const today = localDay(now, facts.zone);
      const channel = await findChannel(site.read, viewer, slug, today);
      if (!channel) throw refusal('NOT_FOUND', GONE);
      if (!channel.isHolder)
        throw refusal('FORBIDDEN', 'Only its owner, its deputy or a keeper of the register can say so.');
      const review = { channelId: channel.id, result: 'still-right' as const, notes, reviewedById: viewer.person.id };
      const outcome = await site.write((tx) => reviewChannel(tx, { ...review, reviewedOn: today, newId: site.newId }));
      if (outcome.kind === 'no-such-channel') throw refusal('NOT_FOUND', GONE);
      return { to: `/channels/${slug}`, notice: 'channel-reviewed' };
    },
  }),
};

function afterSaving(outcome: ChannelSaved, warning: boolean) {
  if (outcome.kind === 'owner-is-deputy') throw wrongFields({ deputyId: OWNER_IS_DEPUTY });
  if (outcome.kind === 'already-listed')
    throw wrongFields({ link: `This link is in the register already, as “${outcome.name}”` });
  return { to: `/channels/${outcome.slug}`, notice: warning ? 'channel-saved-look' : 'channel-saved' };
}
