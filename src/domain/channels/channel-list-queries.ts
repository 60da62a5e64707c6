import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { nameSeenBy } from '../people/name-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { queryWords } from '../search/search-rules.ts';
import { fits, mayBeSeen } from './channel-filter-queries.ts';
import type { ChannelFilters } from './channel-filter-rules.ts';
import { lastDayOfSoon, reviewStateOf } from './channel-rules.ts';

export const CHANNELS_PER_PAGE = 50;

/**
 * The channels a viewer may see, fifty to a page: best first for a text, else by name. One query. `page` counts from 1. For
 * a text, each carries the `total` of all pages, which is known by then.
 */
export async function listChannels(read: Reader, viewer: Viewer, filters: ChannelFilters, today: string, page: number) {
  const { channels, platforms, units, people } = read.tables;
  const onPage = chosen(read, viewer, filters, today)
    .limit(CHANNELS_PER_PAGE)
    .offset((page - 1) * CHANNELS_PER_PAGE)
    .as('on_page');
  const rows = await read
    .select({
      slug: channels.slug,
      name: channels.name,
      handle: channels.handle,
      place: channels.place,
      status: channels.status,
      circle: channels.circle,
      platform: platforms.label,
      unit: units.name,
      unitSlug: units.slug,
      hasOwner: sql<number>`case when ${channels.ownerId} is null then 0 else 1 end`.mapWith(Boolean),
      ownerId: channels.ownerId,
      ownerName: nameSeenBy(viewer, people),
      lastReviewedOn: channels.lastReviewedOn,
      reviewDueOn: channels.reviewDueOn,
      total: sql<number | null>`${onPage.total}`.mapWith(Number),
    })
    .from(onPage)
    .innerJoin(channels, eq(channels.id, onPage.id))
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(people, eq(people.id, channels.ownerId))
    .where(mayBeSeen(channels, viewer))
    .orderBy(sql`${onPage.rank}`, asc(channels.name), asc(channels.id));
  const soon = lastDayOfSoon(today);
  return rows.map(({ reviewDueOn, ...row }) => ({ ...row, review: reviewStateOf({ reviewDueOn }, today, soon) }));
}

export type ListedChannel = Awaited<ReturnType<typeof listChannels>>[number];

/** How many channels the filters leave. */
export async function countChannels(read: Reader, viewer: Viewer, filters: ChannelFilters, today: string) {
  const { channels } = read.tables;
  const hits = textHits(read, viewer, filters, today);
  const counted = read.select({ total: count() });
  const [row] = hits
    ? await counted.from(hits.table).where(hits.condition)
    : await counted.from(channels).where(and(mayBeSeen(channels, viewer), fits(read, filters, today)));
  return row?.total ?? 0;
}

/** Whether a channel holds the words of the filters' text; undefined without one. */
export function hasWords(read: Reader, viewer: Viewer, filters: ChannelFilters, today: string) {
  const hits = textHits(read, viewer, filters, today);
  return hits && inArray(read.tables.channels.id, read.select({ id: hits.id }).from(hits.table).where(hits.condition));
}

/** The ids that fit, in their order. Equals among the hits are not put in order by name: that would open each of them. */
function chosen(read: Reader, viewer: Viewer, filters: ChannelFilters, today: string) {
  const { channels } = read.tables;
  const hits = textHits(read, viewer, filters, today);
  if (hits)
    return read
      .select({ id: hits.id.as('channel_id'), rank: sql<number>`hits.rank`.as('rank'), total: hits.total.as('total') })
      .from(hits.table)
      .where(hits.condition)
      .orderBy(sql`hits.rank`, sql`hits.number`)
      .$dynamic();
  return read
    .select({
      id: sql<string>`${channels.id}`.as('channel_id'),
      rank: sql<number>`0`.as('rank'),
      total: sql<number>`null`.as('total'),
    })
    .from(channels)
    .where(and(mayBeSeen(channels, viewer), fits(read, filters, today)))
    .orderBy(asc(channels.name), asc(channels.id))
    .$dynamic();
}

/** A text is looked up among the search entries, which carry the circle: no channel is opened to find or to count. */
function textHits(read: Reader, viewer: Viewer, filters: ChannelFilters, today: string) {
  const { channels } = read.tables;
  const words = queryWords(filters.query);
  if (words.length === 0) return undefined;
  const others = fits(read, filters, today);
  const fitting = others && read.select({ id: channels.id }).from(channels).where(others);
  return {
    table: sql`${read.wordHits(words)} as hits`,
    id: sql<string>`hits.subject_id`,
    total: sql<number>`count(*) over ()`.mapWith(Number),
    condition: and(
      sql`hits.kind = 'channel'`,
      inArray(sql`hits.circle`, [...viewer.circles]),
      fitting && inArray(sql`hits.subject_id`, fitting),
    ),
  };
}
