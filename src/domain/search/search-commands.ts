import { and, eq } from 'drizzle-orm';
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
export async function saveEntry(tx: Writer, entry: SearchEntry) {
  const { searchEntries } = tx.tables;
  const words = { titleWords: foldWords(entry.title).join(' '), bodyWords: foldWords(entry.body).join(' ') };
  await tx
    .insert(searchEntries)
    .values({ ...entry, ...words })
    .onConflictDoUpdate({ target: [searchEntries.kind, searchEntries.subjectId], set: { ...entry, ...words } });
}

/** Makes search forget a record. */
export async function forgetEntry(tx: Writer, kind: EntryKind, subjectId: string) {
  const { searchEntries } = tx.tables;
  await tx.delete(searchEntries).where(and(eq(searchEntries.kind, kind), eq(searchEntries.subjectId, subjectId)));
}
