import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { endAccess, giveAccess } from '#domain/channels/channel-access-commands.ts';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { ACCESS_WORDS } from '#domain/channels/channel-words.ts';
import { localDay } from '#domain/time/date-words.ts';
import { refusal, requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, line } from './fields.ts';
import { guarded } from './guarded.ts';
import { readMembers } from './member-fields.ts';

const slug = line(100, 'This channel is not there any more.');
const personId = line(64, 'Choose a person');
const levels = Object.keys(ACCESS_WORDS) as [keyof typeof ACCESS_WORDS, ...(keyof typeof ACCESS_WORDS)[]];

export const channelAccess = {
  /** Writes down that somebody can get in. */
  give: guarded({
    input: z.object({
      slug,
      personId: line(254, 'Write whose access it is'),
      level: choice(levels, 'Choose what they can do'),
    }),
    async handler({ slug, personId: who, level }, context, site) {
      const viewer = requireMember(context);
      const change = await readChange(context, site, slug);
      const { ids, problems } = await readMembers(site, viewer, { personId: who });
      const { personId } = ids;
      if (!personId) throw wrongFields(problems);
      await site.write((tx) => giveAccess(tx, { ...change, personId, level }));
      return { to: `/channels/${slug}/access`, notice: 'channel-access-given' };
    },
  }),

  /** Writes down that somebody's access is gone. */
  end: guarded({
    input: z.object({ slug, personId }),
    async handler({ slug, personId }, context, site) {
      requireMember(context);
      const change = await readChange(context, site, slug);
      await site.write((tx) => endAccess(tx, { ...change, personId }));
      return { to: `/channels/${slug}/access`, notice: 'channel-access-ended' };
    },
  }),
};

/** @throws a refusal unless the channel is there for this person and they hold its keys. */
async function readChange(context: ActionAPIContext, site: Site & { newId: () => string }, slug: string) {
  const viewer = requireMember(context);
  const { now, site: facts } = context.locals;
  const day = localDay(now, facts.zone);
  const channel = await findChannel(site.read, viewer, slug, day);
  if (!channel) throw refusal('NOT_FOUND', 'This channel is not there any more.');
  if (!channel.isHolder)
    throw refusal('FORBIDDEN', 'Only its owner, its deputy or a keeper of the register can do this.');
  return { channelId: channel.id, day, changedById: viewer.person.id, now, newId: site.newId };
}
