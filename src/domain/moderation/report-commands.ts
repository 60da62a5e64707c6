import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { findReportable } from './case-queries.ts';
import { reportedLetter, reportOutcomeLetter } from './moderation-letters.ts';
import { listModeratorsToTell } from './moderator-queries.ts';

export interface ReportWish {
  /** Made with the form: sending it twice is one report. */
  id: string;
  commentId: string;
  words: string;
  answerTo: string | null;
}

/** Takes down that a comment breaks the house rules; the first report of a comment is told to the moderators at once. */
export async function reportComment(tx: Writer, viewer: Viewer, wish: ReportWish, stationery: Stationery, now: Date) {
  const { commentReports } = tx.tables;
  const found = await findReportable(tx, viewer, wish.commentId);
  if (!found) return { kind: 'no-such-comment' as const };
  const open = await tx.$count(commentReports, isOpenAbout(tx, wish.commentId));
  const added = await tx
    .insert(commentReports)
    .values({ ...wish, reportedById: viewer.person?.id ?? null, reportedAt: now })
    .onConflictDoNothing()
    .returning({ id: commentReports.id });
  if (added.length > 0 && open === 0) {
    const moderators = await listModeratorsToTell(tx, found.comment.personId);
    const post = moderators.map((moderator) => ({
      id: stationery.newId(),
      letter: reportedLetter(moderator, found, wish.words, stationery.siteUrl),
    }));
    await queueLetters(tx, post, stationery, now);
  }
  return { kind: 'reported' as const };
}

/** Ends every open report of a comment, and tells those who left an address. @returns how many there were. */
export async function endReports(
  tx: Writer,
  end: { commentId: string; endedAs: 'kept' | 'removed'; endedById: string; reason: string },
  stationery: Stationery,
  now: Date,
): Promise<number> {
  const { commentReports } = tx.tables;
  const { commentId, endedAs, endedById, reason } = end;
  const ended = await tx
    .update(commentReports)
    .set({ endedAt: now, endedAs, endedById })
    .where(isOpenAbout(tx, commentId))
    .returning({ answerTo: commentReports.answerTo });
  const addresses = [...new Set(ended.flatMap(({ answerTo }) => answerTo ?? []))];
  const post = addresses.map((to) => ({
    id: stationery.newId(),
    letter: reportOutcomeLetter(to, { endedAs, reason, commentId }, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return ended.length;
}

const isOpenAbout = ({ tables: { commentReports } }: Writer, commentId: string) =>
  and(eq(commentReports.commentId, commentId), isNull(commentReports.endedAt));
