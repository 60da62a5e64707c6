import type { Writer } from '#db/database.ts';
import { keepResults } from '../results/result-record-commands.ts';
import { historyRow } from './channel-history-commands.ts';
import { ADDED } from './channel-history-rules.ts';
import { type ChannelFields, isOver, nextReviewOn } from './channel-rules.ts';
import { saveChannelEntries } from './channel-search-commands.ts';

export interface NewChannel {
  id: string;
  /** One that is free. */
  slug: string;
  fields: ChannelFields;
  /** As in `ChannelSave`. */
  lastCheckedOn: string | null;
}

interface Batch {
  savedById: string | null;
  now: Date;
  newId: () => string;
}

/**
 * Adds many channels at once, as `saveChannel` adds one: whoever calls has made sure that their slugs and links are free.
 * A few statements for all of them.
 */
export async function addChannels(tx: Writer, added: readonly NewChannel[], { savedById, now, newId }: Batch) {
  if (added.length === 0) return;
  const { channels, channelChanges, channelReviews } = tx.tables;
  await tx.insert(channels).values(added.map((one) => channelRow(one, now)));
  const entry = { changes: [ADDED], changedById: savedById, now, newId };
  await tx.insert(channelChanges).values(added.map(({ id }) => historyRow({ ...entry, channelId: id })));
  const reviews = added.flatMap(({ id, lastCheckedOn }) =>
    lastCheckedOn === null ? [] : [{ channelId: id, reviewedOn: lastCheckedOn, reviewedById: savedById }],
  );
  if (reviews.length > 0)
    await tx.insert(channelReviews).values(reviews.map((row) => ({ id: newId(), result: 'changed' as const, ...row })));
  await keepResults(tx, added, { savedById, now });
  await saveChannelEntries(
    tx,
    added.map(({ id }) => id),
  );
}

const channelRow = ({ id, slug, fields, lastCheckedOn }: NewChannel, now: Date) => ({
  ...fields,
  id,
  slug,
  openLinkKey: isOver(fields.status) ? null : fields.linkKey,
  lastReviewedOn: lastCheckedOn,
  reviewDueOn: lastCheckedOn === null ? null : nextReviewOn(lastCheckedOn, fields),
  createdAt: now,
  updatedAt: now,
});
