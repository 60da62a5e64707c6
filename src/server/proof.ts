import type { Reader } from '#db/database.ts';
import { findClosure } from '#domain/channels/channel-closure-queries.ts';
import { findChannel } from '#domain/channels/channel-queries.ts';
import { proofOf } from '#domain/channels/proof-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { localDay } from '#domain/time/date-words.ts';
import type { SiteFacts } from './site-facts.ts';

/**
 * A channel with the proof that it is ours, or was; undefined for all that is not for everyone. Whoever asks, it is what a
 * stranger sees: a platform's own programs look for the link on its page, and the badge stands on pages of others.
 */
export async function findProof({ read, now, site }: { read: Reader; now: Date; site: SiteFacts }, slug = '') {
  const channel = await findChannel(read, STRANGER, slug, localDay(now, site.zone));
  if (!channel) return undefined;
  const closure = channel.status === 'closed' ? await findClosure(read, STRANGER, channel.id) : undefined;
  const page = `${site.url}/channels/${channel.slug}/proof`;
  return {
    channel,
    closure,
    page,
    badge: page.replace(/proof$/, 'badge.svg'),
    proof: proofOf(channel, closure?.closedOn),
  };
}
