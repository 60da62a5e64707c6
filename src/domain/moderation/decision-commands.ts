import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { tellOfComment } from '../comments/telling-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findCase } from './case-queries.ts';
import { addressOf, type Case, stakesOf, stateOf } from './case-rules.ts';
import { mayDecide } from './conflict-rules.ts';
import type { HouseRule } from './house-rules.ts';
import { broughtBackLetter, commentReleasedLetter, removedLetter } from './moderation-letters.ts';
import { listDeciders } from './moderator-queries.ts';
import { findRunningPeriod } from './period-queries.ts';
import { endReports } from './report-commands.ts';

/** A decision about one comment, by somebody. */
export interface Decision {
  commentId: string;
  byId: string;
}

/** A decision that lets words stand, as whoever decides has read them. */
export interface Approval extends Decision {
  /** When they were changed last. */
  editedAt: Date | null;
}

export interface Removal extends Decision {
  rule: HouseRule;
  /** For whoever wrote it and for everybody who comes by: no names. */
  reason: string;
}

/** The words, if this moderator may decide about them. */
export async function openCase(tx: Writer, { commentId, byId }: Decision, isAppeal = false) {
  const found = await findCase(tx, commentId);
  if (!found) return { kind: 'no-such-comment' as const };
  const deciders = await listDeciders(tx);
  const verdict = mayDecide(byId, [...new Set(deciders.map(({ id }) => id))], stakesOf(found, isAppeal));
  return verdict.kind === 'may-not' ? { kind: 'not-yours' as const } : { kind: 'open' as const, found };
}

/** Leaves reported words where they are, and ends the reports. */
export async function keepComment(
  tx: Writer,
  decision: Approval & { reason: string },
  stationery: Stationery,
  now: Date,
) {
  const opened = await openCase(tx, decision);
  if (opened.kind !== 'open') return opened;
  if (!isRead(opened.found, decision)) return { kind: 'changed-since' as const };
  const { commentId, byId, reason } = decision;
  const end = { commentId, endedAs: 'kept' as const, endedById: byId, reason };
  if ((await endReports(tx, end, stationery, now)) === 0) return { kind: 'decided-before' as const };
  await note(tx, { id: stationery.newId(), commentId, kind: 'kept', rule: '', reason, byId, at: now });
  return { kind: 'decided' as const };
}

/**
 * Takes words away, or keeps words back that nobody has read yet. A line with the rule and the reason stands in their
 * place and in the log, and whoever wrote them may appeal.
 */
export async function removeComment(tx: Writer, removal: Removal, stationery: Stationery, now: Date) {
  const opened = await openCase(tx, removal);
  if (opened.kind !== 'open') return opened;
  if (opened.found.withdrawal) return { kind: 'decided-before' as const };
  const { commentId, byId, rule, reason } = removal;
  const removed = await tx
    .insert(tx.tables.commentRemovals)
    .values({ commentId, rule, reason, removedById: byId, removedAt: now })
    .onConflictDoNothing()
    .returning({ id: tx.tables.commentRemovals.commentId });
  if (removed.length === 0) return { kind: 'decided-before' as const };
  const kind = stateOf(opened.found) === 'held' ? ('kept-back' as const) : ('removed' as const);
  await note(tx, { id: stationery.newId(), commentId, kind, rule, reason, byId, at: now });
  await endReports(tx, { commentId, endedAs: 'removed', endedById: byId, reason }, stationery, now);
  await tellOfRemoval(tx, opened.found, { ...removal, kind }, stationery, now);
  return { kind: 'decided' as const };
}

/** Brings removed words back to where they stood. */
export async function restoreComment(
  tx: Writer,
  decision: Decision & { reason: string },
  stationery: Stationery,
  now: Date,
) {
  const opened = await openCase(tx, decision);
  if (opened.kind !== 'open') return opened;
  if (!opened.found.removal) return { kind: 'decided-before' as const };
  await bringBack(tx, opened.found, decision, stationery, now);
  return { kind: 'decided' as const };
}

/** The row of a removal goes, the words are there again, the log says so, and whoever wrote them hears of it. */
export async function bringBack(
  tx: Writer,
  found: Case,
  { commentId, byId, reason }: Decision & { reason: string },
  stationery: Stationery,
  now: Date,
) {
  const { commentRemovals, commentAppeals } = tx.tables;
  await tx.delete(commentRemovals).where(eq(commentRemovals.commentId, commentId));
  const decided = { outcome: 'restored' as const, answer: reason, decidedAt: now, decidedById: byId };
  await tx
    .update(commentAppeals)
    .set(decided)
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.decidedAt)));
  await letAppear(tx, found, byId, stationery, now);
  await note(tx, { id: stationery.newId(), commentId, kind: 'restored', rule: '', reason, byId, at: now });
  await tellAuthor(tx, found, (to) => broughtBackLetter(to, found, reason, stationery.siteUrl), stationery, now);
}

/** Lets held words appear; before an election, words from outside the staff go on waiting for its end. */
export async function releaseComment(tx: Writer, decision: Approval, stationery: Stationery, now: Date) {
  const opened = await openCase(tx, decision);
  if (opened.kind !== 'open') return opened;
  const { found } = opened;
  if (stateOf(found) !== 'held' || found.hold?.why === 'unconfirmed') return { kind: 'decided-before' as const };
  if (!isRead(found, decision)) return { kind: 'changed-since' as const };
  const outcome = await letAppear(tx, found, decision.byId, stationery, now);
  if (outcome.kind === 'appeared')
    await tellAuthor(tx, found, (to) => commentReleasedLetter(to, found, stationery.siteUrl), stationery, now);
  return outcome;
}

const isRead = ({ comment }: Case, { editedAt }: Approval) => comment.editedAt?.getTime() === editedAt?.getTime();

/** Ends the wait of held words, unless they have to wait for the end of an election. */
async function letAppear(
  tx: Writer,
  { comment, author, hold, release }: Case,
  byId: string,
  stationery: Stationery,
  now: Date,
) {
  const { commentHolds, commentReleases } = tx.tables;
  const commentId = comment.id;
  if (!hold || release) return { kind: 'appeared' as const };
  if (author?.circle !== 'staff' && (await findRunningPeriod(tx, now))) {
    await tx.update(commentHolds).set({ why: 'pre-election' }).where(eq(commentHolds.commentId, commentId));
    return { kind: 'waits-for-election' as const };
  }
  await tx.insert(commentReleases).values({ commentId, releasedById: byId, releasedAt: now }).onConflictDoNothing();
  await tellOfComment(tx, commentId, stationery, now);
  return { kind: 'appeared' as const };
}

export const note = (tx: Writer, entry: typeof tx.tables.moderationEntries.$inferInsert) =>
  tx.insert(tx.tables.moderationEntries).values(entry);

async function tellOfRemoval(
  tx: Writer,
  found: Case,
  removal: Removal & { kind: 'removed' | 'kept-back' },
  stationery: Stationery,
  now: Date,
) {
  if (!addressOf(found)) return;
  const { token, hash } = stationery.newToken();
  await tx.insert(tx.tables.appealLinks).values({ id: hash, commentId: removal.commentId });
  const link = `${stationery.siteUrl}/appeals/${token}`;
  await tellAuthor(tx, found, (to) => removedLetter(to, found, removal, link), stationery, now);
}

export async function tellAuthor(
  tx: Writer,
  found: Case,
  letterTo: (to: string) => ReturnType<typeof removedLetter>,
  stationery: Stationery,
  now: Date,
) {
  const to = addressOf(found);
  if (to) await queueLetters(tx, [{ id: stationery.newId(), letter: letterTo(to) }], stationery, now);
}
