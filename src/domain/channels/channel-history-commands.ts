import type { Writer } from '#db/database.ts';
import type { FieldChange } from '#db/tables/channels.ts';

export interface HistoryEntry {
  channelId: string;
  changes: FieldChange[];
  /** Null when no person did it, as in an import. */
  changedById: string | null;
  now: Date;
  newId: () => string;
}

/** Writes down who changed what, in the same write as the change. */
export async function addHistory(tx: Writer, { now, newId, channelId, changes, changedById }: HistoryEntry) {
  await tx.insert(tx.tables.channelChanges).values({ id: newId(), channelId, changes, changedById, changedAt: now });
}
