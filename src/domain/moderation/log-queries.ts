import { and, count, desc, eq, inArray, ne, or, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { isUnderSeen } from './ground-queries.ts';
import { listGrounds } from './waiting-queries.ts';

export const ENTRIES_PER_PAGE = 30;

/** A decision that stands in the log one by one: keeping is counted, and so is advertising. */
const LISTED = ['removed', 'kept-back', 'upheld', 'restored'] as const;
const ADVERTISING = 'no-selling-and-no-spam';

/** The log as this viewer may read it, newest first, a page counted from 1: nobody’s name, and only what stands under what they may see. */
export async function listEntries(read: Reader, viewer: Viewer, page: number) {
  const { moderationEntries: entries, comments } = read.tables;
  const { id, kind, rule, reason, at } = entries;
  const rows = await read
    .select({ id, kind, rule, reason, at, subjectId: comments.subjectId })
    .from(entries)
    .innerJoin(comments, eq(comments.id, entries.commentId))
    .where(and(isListed(read), isUnderSeen(read, viewer)))
    .orderBy(desc(at), desc(id))
    .limit(ENTRIES_PER_PAGE)
    .offset((page - 1) * ENTRIES_PER_PAGE);
  const grounds = await listGrounds(read, viewer, rows);
  return rows.map((row) => ({ ...row, under: grounds.get(row.subjectId) }));
}

/** How often what was decided, under what this viewer may see; `listed` is how many entries the log has. */
export async function countEntries(read: Reader, viewer: Viewer) {
  const { moderationEntries: entries, comments } = read.tables;
  const rows = await read
    .select({ kind: entries.kind, rule: entries.rule, total: count() })
    .from(entries)
    .innerJoin(comments, eq(comments.id, entries.commentId))
    .where(isUnderSeen(read, viewer))
    .groupBy(entries.kind, entries.rule);
  const sum = (which: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(which).reduce((total, row) => total + row.total, 0);
  const isAdvertising = ({ kind, rule }: (typeof rows)[number]) => kind === 'kept-back' && rule === ADVERTISING;
  return {
    kept: sum(({ kind }) => kind === 'kept'),
    removed: sum(({ kind }) => kind === 'removed'),
    restored: sum(({ kind }) => kind === 'restored'),
    advertising: sum(isAdvertising),
    listed: sum((row) => row.kind !== 'kept' && !isAdvertising(row)),
  };
}

const isListed = ({ tables: { moderationEntries: entries } }: Reader): SQL | undefined =>
  and(inArray(entries.kind, [...LISTED]), or(ne(entries.kind, 'kept-back'), ne(entries.rule, ADVERTISING)));
