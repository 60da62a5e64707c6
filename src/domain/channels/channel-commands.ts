import { aliasedTable, and, eq, inArray, ne, notExists } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepResults } from '../results/result-record-commands.ts';
import { slugOf } from '../slugs/slug-rules.ts';
import { findEnding, saveEnding } from './channel-ending-commands.ts';
import { addHistory } from './channel-history-commands.ts';
import { ADDED, changesBetween, closingChanges, REVIEW_DUE } from './channel-history-rules.ts';
import { type Channel, type ChannelFields, type Closing, isOver, nextReviewOn, slugsFor } from './channel-rules.ts';
import { saveChannelEntry } from './channel-search-commands.ts';
import { reviewMonths } from './review-risk-rules.ts';

export interface ChannelSave {
  /** A channel's id; one that is not there yet adds a channel. */
  id: string;
  fields: ChannelFields;
  /** The day somebody made sure that all of this is right, 'YYYY-MM-DD'; null leaves the last review as it is. */
  checkedOn: string | null;
  /** How it ended, for one that is closed; undefined leaves what is known of it. */
  closing?: Closing | undefined;
  /** The day of the next check, where somebody sets it; undefined leaves it to the last one. */
  reviewDueOn?: string | null | undefined;
  /** The entry of its history that this save puts back. */
  undoesId?: string | undefined;
  /** The correction that it takes over. */
  correctionId?: string | undefined;
  /** Null when no person did it, as in an import. */
  savedById: string | null;
  now: Date;
  newId: () => string;
}

export type ChannelSaved =
  | { kind: 'added' | 'changed' | 'unchanged'; slug: string }
  /** Another channel that is not over has this link. */
  | { kind: 'already-listed'; id: string; slug: string; name: string }
  | { kind: 'owner-is-deputy' };

/**
 * Adds a channel or changes one, with its history and what search knows of it. The unique key of open links decides
 * between two who save at once. Saving what is there already changes nothing, not even the history. Saving a closed
 * channel with another status opens it again.
 */
export async function saveChannel(tx: Writer, save: ChannelSave): Promise<ChannelSaved> {
  const { id, fields, checkedOn } = save;
  if (fields.ownerId !== null && fields.ownerId === fields.deputyId) return { kind: 'owner-is-deputy' };
  const before = await findRow(tx, id);
  const ending = before?.status === 'closed' ? await findEnding(tx, id) : undefined;
  const closing = fields.status === 'closed' ? (save.closing ?? ending) : undefined;
  const ended = closingChanges(ending, closing);
  const changes = before ? [...changesBetween(before, fields), ...ended, ...dueChange(before, save)] : [ADDED];
  const isNewlyChecked = checkedOn !== null && checkedOn > (before?.lastReviewedOn ?? '');
  if (before && changes.length === 0 && !isNewlyChecked) return { kind: 'unchanged', slug: before.slug };

  const review = reviewOf(save, before, isNewlyChecked);
  const row = { ...fields, ...review, openLinkKey: openKeyOf(fields), updatedAt: save.now };
  const saved = before ? await changeRow(tx, id, row) : await addRow(tx, id, row);
  if (!saved) return { kind: 'already-listed', ...(await findHolder(tx, row.openLinkKey)) };
  if (isNewlyChecked) await addReview(tx, save, checkedOn);
  if (changes.length > 0) await addHistory(tx, { ...save, channelId: id, changedById: save.savedById, changes });
  if (ended.length > 0) await saveEnding(tx, id, closing, save.savedById);
  if (isNewResult(before, fields)) await keepResults(tx, [save], save);
  await saveChannelEntry(tx, id);
  return { kind: before ? 'changed' : 'added', slug: saved.slug };
}

const isNewResult = (before: Channel | undefined, { latestResult, latestResultOn }: ChannelFields) =>
  latestResult !== before?.latestResult || latestResultOn !== before.latestResultOn;

const openKeyOf = ({ status, linkKey }: ChannelFields) => (isOver(status) ? null : linkKey);

/** A check sets the day of the next one, and so does a risk that came or went since, unless somebody set it. */
function reviewOf({ checkedOn, reviewDueOn, fields }: ChannelSave, before: Channel | undefined, isChecked: boolean) {
  if (isChecked && checkedOn) return { lastReviewedOn: checkedOn, reviewDueOn: nextReviewOn(checkedOn, fields) };
  if (reviewDueOn !== undefined) return { reviewDueOn };
  const isAsRisky = !before || reviewMonths(before) === reviewMonths(fields);
  return before?.lastReviewedOn && !isAsRisky ? { reviewDueOn: nextReviewOn(before.lastReviewedOn, fields) } : {};
}

function dueChange(before: Channel, { reviewDueOn }: ChannelSave) {
  if (reviewDueOn === undefined || reviewDueOn === before.reviewDueOn) return [];
  return [{ field: REVIEW_DUE, from: before.reviewDueOn ?? '', to: reviewDueOn ?? '' }];
}

type Row = ChannelFields & Pick<Channel, 'openLinkKey' | 'updatedAt'> & Partial<Channel>;

async function addRow(tx: Writer, id: string, row: Row) {
  const { channels } = tx.tables;
  const [added] = await tx
    .insert(channels)
    .values({ ...row, id, slug: await freeSlug(tx, id, row), createdAt: row.updatedAt })
    .onConflictDoNothing({ target: channels.openLinkKey })
    .returning({ slug: channels.slug });
  return added;
}

/** One statement looks for another holder of the link and writes; an update has no `on conflict`. */
async function changeRow(tx: Writer, id: string, row: Row) {
  const { channels } = tx.tables;
  const other = aliasedTable(channels, 'other');
  const isTaken = tx
    .select({ id: other.id })
    .from(other)
    .where(and(eq(other.openLinkKey, row.openLinkKey ?? ''), ne(other.id, id)));
  const [changed] = await tx
    .update(channels)
    .set(row)
    .where(and(eq(channels.id, id), notExists(isTaken)))
    .returning({ slug: channels.slug });
  return changed;
}

async function freeSlug(tx: Writer, id: string, { name, platformKey }: Row): Promise<string> {
  const { channels } = tx.tables;
  const wished = slugsFor(slugOf(name), platformKey, id);
  const taken = await tx.select({ slug: channels.slug }).from(channels).where(inArray(channels.slug, wished));
  return wished.find((slug) => !taken.some((row) => row.slug === slug)) ?? id;
}

async function findHolder(tx: Writer, openLinkKey: string | null) {
  const { channels } = tx.tables;
  const { id, slug, name } = channels;
  const [holder] = await tx
    .select({ id, slug, name })
    .from(channels)
    .where(eq(channels.openLinkKey, openLinkKey ?? ''));
  if (!holder) throw new Error('only a taken link keeps a channel from being saved');
  return holder;
}

async function findRow(tx: Writer, id: string): Promise<Channel | undefined> {
  const { channels } = tx.tables;
  const [row] = await tx.select().from(channels).where(eq(channels.id, id));
  return row;
}

async function addReview(tx: Writer, { id, savedById, newId }: ChannelSave, reviewedOn: string) {
  const review = { id: newId(), channelId: id, result: 'changed' as const, reviewedById: savedById, reviewedOn };
  await tx.insert(tx.tables.channelReviews).values(review);
}
