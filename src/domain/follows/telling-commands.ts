import type { Writer } from '#db/database.ts';
import type { NewsKind } from './news-rules.ts';

const MOST_AT_ONCE = 500;

/** Notes what addresses have been told, in the same write as the letters. What one has been told before stays as it is. */
export async function noteTold(
  tx: Writer,
  told: readonly { email: string; kind: NewsKind; subjectId: string }[],
  now: Date,
) {
  const rows = told.map(({ email, kind, subjectId }) => ({ email, kind, subjectId, toldAt: now }));
  for (let at = 0; at < rows.length; at += MOST_AT_ONCE)
    await tx
      .insert(tx.tables.tellings)
      .values(rows.slice(at, at + MOST_AT_ONCE))
      .onConflictDoNothing();
}
