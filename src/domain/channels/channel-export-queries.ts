import { type AnyColumn, aliasedTable, and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';
import { nameSeenBy } from '../people/name-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { type ExportedRow, exportRow } from './channel-export-rules.ts';
import { FIELDS_FOR_EVERYONE, FIELDS_FOR_HOLDERS, FIELDS_FOR_STAFF, pick } from './channel-field-rules.ts';
import { fits, mayBeSeen } from './channel-filter-queries.ts';
import type { ChannelFilters } from './channel-filter-rules.ts';
import { hasWords } from './channel-list-queries.ts';
import { isRegisterKeeper } from './channel-rules.ts';

/** So many at a time, since one query for ten thousand whole rows would hold everybody up. */
const PAGE = 100;

/** A column for some, null for the others. */
const onlyIf = (isSeen: boolean, column: AnyColumn) =>
  isSeen ? sql<string | null>`${column}` : sql<string | null>`null`;

/**
 * The register as the viewer may see it, some rows at a time, in the order in which channels were added. What is not for
 * this viewer is not asked of the database; who holds the keys is for keepers only, here as in the long form.
 */
export async function* walkRegister(read: Reader, viewer: Viewer): AsyncGenerator<ExportedRow[]> {
  for (let last = ''; ; ) {
    const page = await listPage(read, viewer, { after: last, most: PAGE });
    if (page.length > 0) yield page.map((found) => exportRow(found, viewer));
    if (page.length < PAGE) return;
    last = page.at(-1)?.channel.id ?? '';
  }
}

export interface Slice {
  /** The id of the last channel before it; empty for the first slice. */
  after: string;
  most: number;
}

/** Some of the same, narrowed like a list of channels; `last` is where the next slice begins, if there is one. */
export async function sliceRegister(
  read: Reader,
  viewer: Viewer,
  filters: ChannelFilters,
  today: string,
  slice: Slice,
) {
  const only = and(fits(read, filters, today), hasWords(read, viewer, filters, today));
  const found = await listPage(read, viewer, { ...slice, most: slice.most + 1 }, only);
  const shown = found.slice(0, slice.most);
  const last = found.length > shown.length ? shown.at(-1)?.channel.id : undefined;
  return { rows: shown.map((one) => exportRow(one, viewer)), last };
}

/** The same of one channel. */
export async function findInRegister(read: Reader, viewer: Viewer, slug: string): Promise<ExportedRow | undefined> {
  const [found] = await listPage(read, viewer, { after: '', most: 1 }, eq(read.tables.channels.slug, slug));
  return found && exportRow(found, viewer);
}

function listPage(read: Reader, viewer: Viewer, { after, most }: Slice, only?: SQL) {
  const { channels, units, people, channelClosures } = read.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  const instead = alias(channels, 'instead');
  const { closedOn, why, handleFate } = channelClosures;
  const isKeeper = isRegisterKeeper(viewer);
  return read
    .select({
      channel: {
        ...pick(channels, [...FIELDS_FOR_EVERYONE, 'id', 'slug', 'lastReviewedOn']),
        ...pick(channels, viewer.circle === 'staff' ? FIELDS_FOR_STAFF : []),
        ...pick(channels, isKeeper ? FIELDS_FOR_HOLDERS : []),
      },
      unit: units.name,
      owner: nameSeenBy(viewer, owner).as('owner_name'),
      deputy: nameSeenBy(viewer, deputy).as('deputy_name'),
      closure: { closedOn, closedWhy: why, handleFate: onlyIf(isKeeper, handleFate) },
      instead: { slug: instead.slug },
      ownerAddress: onlyIf(isKeeper, owner.email),
      deputyAddress: onlyIf(isKeeper, deputy.email),
    })
    .from(channels)
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .leftJoin(channelClosures, eq(channelClosures.channelId, channels.id))
    .leftJoin(instead, and(eq(instead.id, channelClosures.goInsteadId), mayBeSeen(instead, viewer)))
    .where(and(gt(channels.id, after), mayBeSeen(channels, viewer), only))
    .orderBy(asc(channels.id))
    .limit(most);
}
