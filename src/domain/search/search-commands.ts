import { and, eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Circle } from '../people/viewer.ts';
import { type EntryKind, foldWords } from './search-rules.ts';

export interface SearchEntry {
  kind: EntryKind;
  subjectId: string;
  circle: Circle;
  path: string;
  title: string;
  /** Plain text. */
  body: string;
}

/** Makes or renews what search knows of a record. Called in the same write as the record itself. */
export const saveEntry = (tx: Writer, entry: SearchEntry) => saveEntries(tx, [entry]);

/** The same for many records, each of them once, in one statement. */
export async function saveEntries(tx: Writer, entries: readonly SearchEntry[]) {
  const { searchEntries } = tx.tables;
  const rows = entries.map((entry) => ({
    ...entry,
    titleWords: foldWords(entry.title).join(' '),
    bodyWords: foldWords(entry.body).join(' '),
  }));
  if (rows.length === 0) return;
  const set = {
    circle: sql`excluded.circle`,
    path: sql`excluded.path`,
    title: sql`excluded.title`,
    body: sql`excluded.body`,
    titleWords: sql`excluded.title_words`,
    bodyWords: sql`excluded.body_words`,
  };
  await tx
    .insert(searchEntries)
    .values(rows)
    .onConflictDoUpdate({ target: [searchEntries.kind, searchEntries.subjectId], set });
}

/** Tells search another title and circle of a record it knows. */
export async function renameEntry(
  tx: Writer,
  { kind, subjectId, title, circle }: Pick<SearchEntry, 'kind' | 'subjectId' | 'title' | 'circle'>,
) {
  const { searchEntries } = tx.tables;
  const set = { title, circle, titleWords: foldWords(title).join(' ') };
  await tx
    .update(searchEntries)
    .set(set)
    .where(and(eq(searchEntries.kind, kind), eq(searchEntries.subjectId, subjectId)));
}

/** Makes search forget a record. */
export async function forgetEntry(tx: Writer, kind: EntryKind, subjectId: string) {
  const { searchEntries } = tx.tables;
  await tx.delete(searchEntries).where(and(eq(searchEntries.kind, kind), eq(searchEntries.subjectId, subjectId)));
}
