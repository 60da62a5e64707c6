import { aliasedTable, and, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { keepPerCircle } from '../people/circle-queries.ts';
import { nameSeenBy } from '../people/name-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { FIELDS_FOR_EVERYONE, FIELDS_FOR_HOLDERS, FIELDS_FOR_STAFF, pick } from './channel-field-rules.ts';
import { mayBeSeen } from './channel-filter-queries.ts';
import { type Channel, isOver, isRegisterKeeper, mayReview, reviewStateOf } from './channel-rules.ts';
import { reviewMonths, risksOf } from './review-risk-rules.ts';

/**
 * A channel as a viewer may see it, or undefined: what everyone may read, then `staff` and `keys` for those they are for.
 * What is not for this viewer is not asked of the database. The address of a channel that is over is never given.
 */
export async function findChannel(read: Reader, viewer: Viewer, slug: string, today: string) {
  const [found] = await openPart(read, viewer, { slug });
  if (!found) return undefined;
  const { owner, deputy, unit, platform, channel } = found;
  const { ownerId, deputyId, reviewDueOn, url, ...facts } = channel;
  const isHolder = mayReview(viewer, channel);
  const [staff, keys] = await Promise.all([
    viewer.circle === 'staff' ? first(staffPart(read, { id: channel.id })) : undefined,
    isHolder ? first(holdersPart(read, { id: channel.id })) : undefined,
  ]);
  return {
    ...facts,
    url: isOver(channel.status) ? null : url,
    review: reviewStateOf({ reviewDueOn }, today),
    platform,
    unit,
    owner: ownerId === null ? null : owner,
    deputy: deputyId === null ? null : deputy,
    isHolder,
    staff,
    keys: keys && {
      ...keys,
      risks: risksOf({ ...channel, ...keys }),
      reviewMonths: reviewMonths({ ...channel, ...keys }),
    },
  };
}

export type SeenChannel = NonNullable<Awaited<ReturnType<typeof findChannel>>>;

/** Every field of a channel, for whoever keeps the register; undefined for everyone else. */
export async function findWholeChannel(read: Reader, viewer: Viewer, slug: string) {
  const { channels } = read.tables;
  if (!isRegisterKeeper(viewer)) return undefined;
  const [channel] = await read.select().from(channels).where(eq(channels.slug, slug));
  return channel;
}

/** The channel that holds a link, if the viewer may see it. */
export async function findByLink(read: Reader, viewer: Viewer, linkKey: string) {
  const { channels } = read.tables;
  const [channel] = await read
    .select({ slug: channels.slug, name: channels.name })
    .from(channels)
    .where(and(eq(channels.openLinkKey, linkKey), mayBeSeen(channels, viewer)));
  return channel;
}

const openPart = keepPerCircle((read, seer) => {
  const { channels, platforms, units, people } = read.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  return read
    .select({
      channel: {
        ...pick(channels, FIELDS_FOR_EVERYONE),
        ...pick(channels, ['id', 'slug', 'lastReviewedOn', 'reviewDueOn', 'updatedAt']),
      },
      platform: pick(platforms, ['label', 'kind']),
      unit: pick(units, ['slug', 'name', 'mailbox', 'phone']),
      owner: { name: nameSeenBy(seer, owner).as('owner_name'), role: owner.jobTitle },
      deputy: { name: nameSeenBy(seer, deputy).as('deputy_name'), role: deputy.jobTitle },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .where(and(eq(channels.slug, blank('slug', channels.slug)), mayBeSeen(channels, seer)));
});

const staffPart = keepColumns([...FIELDS_FOR_STAFF, 'reviewDueOn', 'createdAt']);
const holdersPart = keepColumns([...FIELDS_FOR_HOLDERS, 'emergencyUse']);

function keepColumns<Name extends keyof Channel>(names: readonly Name[]) {
  return keepQuery((read: Reader) => {
    const { channels } = read.tables;
    return read
      .select(pick(channels, names))
      .from(channels)
      .where(eq(channels.id, blank('id', channels.id)));
  });
}

const first = async <Row>(rows: Promise<Row[]>): Promise<Row | undefined> => (await rows)[0];
