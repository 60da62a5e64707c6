import type { Writer } from '#db/database.ts';
import type { FieldChange } from '#db/tables/channels.ts';
import { newsIn } from './channel-news-rules.ts';

export interface HistoryEntry {
  channelId: string;
  changes: FieldChange[];
  /** Null when no person did it, as in an import. */
  changedById: string | null;
  /** The entry that this one puts back, if it does. */
  undoesId?: string | undefined;
  /** The correction that it takes over, if it does. */
  correctionId?: string | undefined;
  now: Date;
  newId: () => string;
}

/** Writes down who changed what, in the same write as the change. */
export async function addHistory(tx: Writer, entry: HistoryEntry) {
  await tx.insert(tx.tables.channelChanges).values(historyRow(entry));
}

/** The row of one entry. */
export const historyRow = ({ now, newId, channelId, changes, changedById, ...because }: HistoryEntry) => ({
  id: newId(),
  channelId,
  changes,
  news: newsIn(changes),
  changedById,
  changedAt: now,
  undoesId: because.undoesId ?? null,
  correctionId: because.correctionId ?? null,
});
