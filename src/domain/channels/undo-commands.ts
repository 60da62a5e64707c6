import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { endAccess, giveAccess } from './channel-access-commands.ts';
import { saveChannel } from './channel-commands.ts';
import { ACCESS, REVIEW_DUE } from './channel-history-rules.ts';
import type { Channel } from './channel-rules.ts';
import { listPlatforms } from './platform-queries.ts';
import { readUndo } from './undo-queries.ts';
import { closingBack, fieldsBack, levelIn, putsBack, type Undoing } from './undo-rules.ts';

export interface Undo {
  slug: string;
  entryId: string;
  /** Of the plan that was shown: nothing is done when it would be another one by now. */
  mark: string;
  undoneById: string;
  /** The day it is, 'YYYY-MM-DD', local to the site. */
  today: string;
  now: Date;
  newId: () => string;
}

/**
 * Puts back what one entry of a channel's history changed, where it still stands as that entry left it. The undoing is an
 * entry itself. A channel that opens again takes its link back, unless another holds it by now.
 */
export async function undoChange(tx: Writer, undo: Undo) {
  const channel = await findBySlug(tx, undo.slug);
  const found = channel && (await readUndo(tx, channel, undo.entryId));
  if (!found) return { kind: 'no-such-entry' as const };
  if (found.mark !== undo.mark) return { kind: 'changed-since' as const };
  if (!putsBack(found.plan)) return { kind: 'nothing-to-undo' as const };
  const access = found.plan.find(({ field }) => field === ACCESS);
  if (access) return undoAccess(tx, channel, access, undo);
  const back = fieldsBack(found.plan, found.standing, await listPlatforms(tx));
  if (back.kind === 'no-address') return back;
  const due = found.plan.find(({ field, does }) => field === REVIEW_DUE && does === 'back');
  const saved = await saveChannel(tx, {
    id: channel.id,
    fields: back.fields,
    checkedOn: null,
    closing: closingBack(found.plan, found.standing, undo.today),
    reviewDueOn: due && (due.from || null),
    undoesId: undo.entryId,
    savedById: undo.undoneById,
    now: undo.now,
    newId: undo.newId,
  });
  const isRefused = saved.kind === 'already-listed' || saved.kind === 'owner-is-deputy';
  return isRefused ? saved : { kind: 'undone' as const };
}

async function undoAccess(tx: Writer, { id }: Channel, { personId, from }: Undoing, undo: Undo) {
  const { today, undoneById, now, newId, entryId } = undo;
  const by = { changedById: undoneById, undoesId: entryId, day: today, now, newId };
  const change = { ...by, channelId: id, personId: personId ?? '' };
  const level = levelIn(from);
  await (level ? giveAccess(tx, { ...change, level }) : endAccess(tx, change));
  return { kind: 'undone' as const };
}

async function findBySlug(tx: Writer, slug: string): Promise<Channel | undefined> {
  const { channels } = tx.tables;
  const [channel] = await tx.select().from(channels).where(eq(channels.slug, slug));
  return channel;
}
