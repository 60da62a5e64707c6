import { count, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { FieldChange } from '#db/tables/channels.ts';
import type { Viewer } from '../people/viewer.ts';
import { idsIn, seenChanges } from './channel-history-rules.ts';

export const ENTRIES_PER_PAGE = 50;

/**
 * What was changed on a channel, by whom and when, newest first: for staff, and only in the fields that this viewer may
 * read. People, units and channels bear the names they have today. `page` counts from 1.
 */
export async function listHistory(read: Reader, viewer: Viewer, channel: { id: string; isHolder: boolean }, page = 1) {
  if (viewer.circle !== 'staff') return [];
  const rows = await changesOf(read, { channelId: channel.id, before: (page - 1) * ENTRIES_PER_PAGE });
  const seen = rows
    .map((row) => ({
      ...row,
      changes: seenChanges(row.changes, viewer, channel.isHolder),
      isCorrected: row.correctionId !== null,
      correctionId: channel.isHolder ? row.correctionId : null,
    }))
    .filter(({ changes }) => changes.length > 0);
  const named = await nameChanges(
    read,
    seen.flatMap(({ changes }) => changes),
  );
  let at = 0;
  return seen.map((row) => ({ ...row, changes: row.changes.map(() => named[at++] as FieldChange) }));
}

const changesOf = keepQuery((read: Reader) => {
  const { channelChanges, people } = read.tables;
  const undone = alias(channelChanges, 'undone');
  const { id, changes, changedAt, changedById, channelId, correctionId } = channelChanges;
  return read
    .select({ id, changes, at: changedAt, by: people.name, undoes: undone.changedAt, correctionId })
    .from(channelChanges)
    .leftJoin(people, eq(people.id, changedById))
    .leftJoin(undone, eq(undone.id, channelChanges.undoesId))
    .where(eq(channelId, blank('channelId', channelId)))
    .orderBy(desc(changedAt), desc(id))
    .limit(ENTRIES_PER_PAGE)
    .offset(sql.placeholder('before'));
});

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

/** How many entries a channel's history has. */
export async function countHistory(read: Reader, channelId: string): Promise<number> {
  const { channelChanges } = read.tables;
  const [row] = await read
    .select({ total: count() })
    .from(channelChanges)
    .where(eq(channelChanges.channelId, channelId));
  return row?.total ?? 0;
}

/** The dated confirmations that a channel's record is right, newest first: for staff. */
export async function listReviews(read: Reader, viewer: Viewer, channelId: string) {
  return viewer.circle === 'staff' ? reviewsOf(read, { channelId }) : [];
}

const reviewsOf = keepQuery((read: Reader) => {
  const { channelReviews, people } = read.tables;
  const { channelId, result, notes, reviewedOn } = channelReviews;
  return read
    .select({ result, notes, reviewedOn, by: people.name })
    .from(channelReviews)
    .leftJoin(people, eq(people.id, channelReviews.reviewedById))
    .where(eq(channelId, blank('channelId', channelId)))
    .orderBy(desc(reviewedOn), desc(channelReviews.id))
    .limit(ENTRIES_PER_PAGE);
});

/** The same changes, with names in the place of ids. */
export async function nameChanges(read: Reader | Writer, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  const { people, units, channels } = read.tables;
  const ids = [...new Set(idsIn(changes))];
  const find = (table: typeof people | typeof units | typeof channels) =>
    read.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));
  const found = ids.length > 0 ? await Promise.all([find(people), find(units), find(channels)]) : [];
  const names = new Map(found.flat().map(({ id, name }) => [id, name]));
  return changes.map(({ field, from, to }) => ({ field, from: names.get(from) ?? from, to: names.get(to) ?? to }));
}
