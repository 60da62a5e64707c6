import { type AnyColumn, and, asc, eq, inArray, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { findWarning } from '../look-alikes/look-alike-queries.ts';
import { sayLookAlike } from '../look-alikes/look-alike-rules.ts';
import { sayDate } from '../time/date-words.ts';
import { platformsBeside } from './host-rules.ts';
import { listPlatforms } from './platform-queries.ts';
import { decideVerdict, type KnownChannel, type Verdict } from './verdict-rules.ts';
import { type Asked, askAbout } from './verify-rules.ts';

/** Requested, approved and refused channels are nobody's yet. */
const registered = ['open', 'paused', 'no-access', 'closing', 'closed'] as const;
type Seen = Pick<Viewer, 'circles'>;

export interface Verified extends Verdict {
  recognition: Asked['recognition'];
}

/** Whether a pasted link, address, number or handle is ours, as far as this viewer may know. See `Verdict`. */
export async function verifyLink(read: Reader, viewer: Seen, text: string): Promise<Verified> {
  const platforms = await listPlatforms(read);
  const asked = askAbout(platforms, text);
  const { recognition } = asked;
  const sites = recognition.kind === 'recognised' ? platformsBeside(platforms, recognition.platformKey) : [];
  const [known, there, warnedAt] = await Promise.all([
    listKnownChannels(read, viewer, asked),
    listLinkKeys(read, viewer, sites),
    findWarning(read, asked.exact),
  ]);
  const verdict = decideVerdict(asked, known, there);
  const isLookAlike = warnedAt && verdict.verdict !== 'ours' && verdict.verdict !== 'retired';
  return { ...(isLookAlike ? lookAlikeSeen(warnedAt) : verdict), recognition };
}

/** Keepers have looked, and it pretends to be us. */
const lookAlikeSeen = (at: Date): Verdict => ({
  verdict: 'not-ours',
  sentence: sayLookAlike(sayDate(at.toISOString().slice(0, 10))),
  channels: [],
});

/** One query over the indexes on link key and handle. */
async function listKnownChannels(read: Reader, viewer: Seen, { exact, near, names }: Asked): Promise<KnownChannel[]> {
  const { channels, platforms, units, channelClosures } = read.tables;
  const keys = [...exact, ...near.map(({ linkKey }) => linkKey)];
  if (keys.length + names.length === 0) return [];
  const instead = alias(channels, 'instead');
  const found = await read
    .select({
      name: channels.name,
      slug: channels.slug,
      platformKey: channels.platformKey,
      platformLabel: platforms.label,
      unitName: units.name,
      status: channels.status,
      linkKey: channels.linkKey,
      handle: channels.handle,
      url: channels.url,
      lastReviewedOn: channels.lastReviewedOn,
      closedOn: channelClosures.closedOn,
      insteadName: instead.name,
      insteadSlug: instead.slug,
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(channelClosures, eq(channelClosures.channelId, channels.id))
    .leftJoin(instead, and(eq(instead.id, channelClosures.goInsteadId), isSeen(instead, viewer)))
    .where(and(or(inArray(channels.linkKey, keys), inArray(channels.handle, [...names])), isSeen(channels, viewer)))
    .orderBy(asc(channels.name), asc(channels.id))
    .limit(50);
  return found.map(
    (channel) => ({ ...channel, url: channel.status === 'closed' ? null : channel.url }) as KnownChannel,
  );
}

/** Of how many channels on a platform we look whether it is known there by name or by number. */
const MOST_COMPARED = 200;

async function listLinkKeys(read: Reader, viewer: Seen, platformKeys: readonly string[]) {
  if (platformKeys.length === 0) return [];
  const { channels } = read.tables;
  const found = await read
    .select({ linkKey: channels.linkKey })
    .from(channels)
    .where(and(inArray(channels.platformKey, [...platformKeys]), isSeen(channels, viewer)))
    .limit(MOST_COMPARED);
  return found.map(({ linkKey }) => linkKey ?? '');
}

const isSeen = ({ circle, status }: { circle: AnyColumn; status: AnyColumn }, { circles }: Seen) =>
  and(inArray(circle, [...circles]), inArray(status, [...registered]));
