import { sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { ChannelFields } from '../channels/channel-rules.ts';

interface Saved {
  id: string;
  fields: Pick<ChannelFields, 'latestResult' | 'latestResultOn'>;
}

interface By {
  savedById: string | null;
  now: Date;
}

/** Keeps what the record of each channel says came of it lately as one of its results, among staff: in the same write as the record. */
export async function keepResults(tx: Writer, saved: readonly Saved[], { savedById, now }: By) {
  const { channelResults } = tx.tables;
  const told = saved.filter(({ fields }) => fields.latestResult !== '');
  if (told.length === 0) return;
  const rows = told.map(({ id: channelId, fields }) => ({
    ...{ channelId, words: fields.latestResult, circle: 'staff' as const },
    ...{ resultOn: fields.latestResultOn ?? now.toISOString().slice(0, 10), addedById: savedById, addedAt: now },
  }));
  const target = [channelResults.channelId, channelResults.resultOn];
  await tx
    .insert(channelResults)
    .values(rows)
    .onConflictDoUpdate({ target, set: { words: sql`excluded.words` } });
}
