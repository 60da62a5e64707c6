import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** The comment of a link in a letter, and why it waits. */
export async function findLinked(read: Reader | Writer, linkHash: string) {
  const { comments, commentLinks, commentHolds, commentReleases, commentWithdrawals } = read.tables;
  const [found] = await read
    .select({
      comment: comments,
      why: commentHolds.why,
      releasedAt: commentReleases.releasedAt,
      withdrawnAt: commentWithdrawals.withdrawnAt,
    })
    .from(commentLinks)
    .innerJoin(comments, eq(comments.id, commentLinks.commentId))
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, comments.id))
    .where(eq(commentLinks.id, linkHash));
  return found;
}
