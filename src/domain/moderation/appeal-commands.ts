import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findByAppealLink } from './case-queries.ts';
import { bringBack, type Decision, note, openCase, tellAuthor } from './decision-commands.ts';
import { appealedLetter, upheldLetter } from './moderation-letters.ts';
import { listModeratorsToTell } from './moderator-queries.ts';

/** Whoever wrote removed words says why they should come back: once. The other moderators are told at once. */
export async function appealRemoval(
  tx: Writer,
  { linkHash, words }: { linkHash: string; words: string },
  stationery: Stationery,
  now: Date,
) {
  const found = await findByAppealLink(tx, linkHash);
  if (!found) return { kind: 'no-such-link' as const };
  const { removal, comment } = found;
  if (!removal) return { kind: 'not-removed' as const };
  const appealed = await tx
    .insert(tx.tables.commentAppeals)
    .values({ commentId: comment.id, words, appealedAt: now })
    .onConflictDoNothing()
    .returning({ id: tx.tables.commentAppeals.commentId });
  if (appealed.length === 0) return { kind: 'appealed-before' as const };
  const others = await listModeratorsToTell(tx, removal.removedById);
  const told = others.length > 0 ? others : await listModeratorsToTell(tx);
  const post = told.map((moderator) => ({
    id: stationery.newId(),
    letter: appealedLetter(moderator, found, words, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return { kind: 'appealed' as const };
}

export interface AppealDecision extends Decision {
  outcome: 'upheld' | 'restored';
  /** For whoever appealed. */
  answer: string;
}

/** Answers an appeal: the words stay away or come back. */
export async function decideAppeal(tx: Writer, decision: AppealDecision, stationery: Stationery, now: Date) {
  const opened = await openCase(tx, decision, true);
  if (opened.kind !== 'open') return opened;
  const { found } = opened;
  const { commentId, byId, outcome, answer } = decision;
  const { commentAppeals } = tx.tables;
  const decided = await tx
    .update(commentAppeals)
    .set({ outcome, answer, decidedAt: now, decidedById: byId })
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.decidedAt)))
    .returning({ id: commentAppeals.commentId });
  if (decided.length === 0 || !found.removal) return { kind: 'decided-before' as const };
  if (outcome === 'restored') {
    await bringBack(tx, found, { commentId, byId, reason: answer }, stationery, now);
    return { kind: 'decided' as const };
  }
  const { rule } = found.removal;
  await note(tx, { id: stationery.newId(), commentId, kind: 'upheld', rule, reason: answer, byId, at: now });
  await tellAuthor(tx, found, (to) => upheldLetter(to, found, answer), stationery, now);
  return { kind: 'decided' as const };
}
