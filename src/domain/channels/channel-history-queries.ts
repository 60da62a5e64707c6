import { desc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { FieldChange } from '#db/tables/channels.ts';
import type { Viewer } from '../people/viewer.ts';
import { idsIn, seenChanges } from './channel-history-rules.ts';

const MOST_ENTRIES = 50;

/**
 * What was changed on a channel, by whom and when, newest first: for staff, and only in the fields that this viewer may
 * read. People and units bear the names they have today.
 */
export async function listHistory(read: Reader, viewer: Viewer, channel: { id: string; isHolder: boolean }) {
  if (viewer.circle !== 'staff') return [];
  const { channelChanges, people } = read.tables;
  const rows = await read
    .select({ changes: channelChanges.changes, at: channelChanges.changedAt, by: people.name })
    .from(channelChanges)
    .leftJoin(people, eq(people.id, channelChanges.changedById))
    .where(eq(channelChanges.channelId, channel.id))
    .orderBy(desc(channelChanges.changedAt), desc(channelChanges.id))
    .limit(MOST_ENTRIES);
  const seen = rows
    .map((row) => ({ ...row, changes: seenChanges(row.changes, viewer, channel.isHolder) }))
    .filter(({ changes }) => changes.length > 0);
  const names = await findNames(
    read,
    seen.flatMap(({ changes }) => changes),
  );
  const withNames = ({ field, from, to }: FieldChange) => ({
    field,
    from: names.get(from) ?? from,
    to: names.get(to) ?? to,
  });
  return seen.map((row) => ({ ...row, changes: row.changes.map(withNames) }));
}

/** The dated confirmations that a channel's record is right, newest first: for staff. */
export async function listReviews(read: Reader, viewer: Viewer, channelId: string) {
  if (viewer.circle !== 'staff') return [];
  const { channelReviews, people } = read.tables;
  const { result, notes, reviewedOn } = channelReviews;
  return read
    .select({ result, notes, reviewedOn, by: people.name })
    .from(channelReviews)
    .leftJoin(people, eq(people.id, channelReviews.reviewedById))
    .where(eq(channelReviews.channelId, channelId))
    .orderBy(desc(reviewedOn), desc(channelReviews.id))
    .limit(MOST_ENTRIES);
}

/** Names by id, of the people and units that changes speak of. */
async function findNames(read: Reader, changes: FieldChange[]): Promise<Map<string, string>> {
  const { people, units } = read.tables;
  const ids = idsIn(changes);
  if (ids.length === 0) return new Map();
  const [persons, places] = await Promise.all([
    read.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    read.select({ id: units.id, name: units.name }).from(units).where(inArray(units.id, ids)),
  ]);
  return new Map([...persons, ...places].map(({ id, name }) => [id, name]));
}
