import { type AnyColumn, aliasedTable, and, asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';
import { nameSeenBy } from '../people/name-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { type ExportedRow, exportRow } from './channel-export-rules.ts';
import { FIELDS_FOR_EVERYONE, FIELDS_FOR_HOLDERS, FIELDS_FOR_STAFF, pick } from './channel-field-rules.ts';
import { mayBeSeen } from './channel-filter-queries.ts';
import { isRegisterKeeper } from './channel-rules.ts';

/** So many at a time, since one query for ten thousand whole rows would hold everybody up. */
const PAGE = 200;

/** A column for some, null for the others. */
const onlyIf = (isSeen: boolean, column: AnyColumn) =>
  isSeen ? sql<string | null>`${column}` : sql<string | null>`null`;

/**
 * The register as the viewer may see it, some rows at a time, in the order in which channels were added. What is not for
 * this viewer is not asked of the database; who holds the keys is for keepers only, here as in the long form.
 */
export async function* walkRegister(read: Reader, viewer: Viewer): AsyncGenerator<ExportedRow[]> {
  for (let last = ''; ; ) {
    const page = await listPage(read, viewer, last);
    if (page.length > 0) yield page.map((found) => exportRow(found, viewer));
    if (page.length < PAGE) return;
    last = page.at(-1)?.channel.id ?? '';
  }
}

function listPage(read: Reader, viewer: Viewer, after: string) {
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
    .where(and(gt(channels.id, after), mayBeSeen(channels, viewer)))
    .orderBy(asc(channels.id))
    .limit(PAGE);
}
