import { aliasedTable, and, asc, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { type Case, stateOf } from './case-rules.ts';
import { findGround, isUnderSeen } from './ground-queries.ts';

const MOST_LISTED = 50;

/** Words with everything that was found and decided about them. For moderators, who see every circle. */
export async function findCase(read: Reader | Writer, commentId: string): Promise<Case | undefined> {
  const { comments, commentHolds, commentReleases, commentRemovals, commentAppeals, people } = read.tables;
  const { commentWithdrawals } = read.tables;
  const [found] = await read
    .select({
      comment: comments,
      author: { id: people.id, name: people.name, email: people.email, circle: people.circle, leftAt: people.leftAt },
      hold: commentHolds,
      release: commentReleases,
      removal: commentRemovals,
      withdrawal: commentWithdrawals,
      appeal: commentAppeals,
    })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.personId))
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, comments.id))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, comments.id))
    .leftJoin(commentAppeals, eq(commentAppeals.commentId, comments.id))
    .where(eq(comments.id, commentId));
  return found && { ...found, ground: await findGround(read, found.comment) };
}

/** A comment that this viewer reads just now, and so may report. */
export async function findReportable(read: Reader | Writer, viewer: Viewer, commentId: string) {
  const { comments } = read.tables;
  const [seen] = await read
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.id, commentId), isUnderSeen(read, viewer)));
  const found = seen && (await findCase(read, seen.id));
  return found && stateOf(found) === 'shown' ? found : undefined;
}

/** What people said is wrong with a comment, the newest first. */
export function listReports(read: Reader | Writer, commentId: string) {
  const { commentReports, people } = read.tables;
  const { id, words, answerTo, reportedAt, endedAt, endedAs } = commentReports;
  return read
    .select({ id, words, answerTo, reportedAt, endedAt, endedAs, by: people.name, byEmail: people.email })
    .from(commentReports)
    .leftJoin(people, eq(people.id, commentReports.reportedById))
    .where(eq(commentReports.commentId, commentId))
    .orderBy(desc(reportedAt), desc(id))
    .limit(MOST_LISTED);
}

/** What was decided about a comment, the first decision first. */
export function listDecisions(read: Reader, commentId: string) {
  const { moderationEntries, people } = read.tables;
  const decider = aliasedTable(people, 'decider');
  const { kind, rule, reason, at, id } = moderationEntries;
  return read
    .select({ kind, rule, reason, at, by: decider.name })
    .from(moderationEntries)
    .leftJoin(decider, eq(decider.id, moderationEntries.byId))
    .where(and(eq(moderationEntries.commentId, commentId)))
    .orderBy(asc(at), asc(id))
    .limit(MOST_LISTED);
}

/** The comment that an appeal link was made for. */
export async function findByAppealLink(read: Reader | Writer, linkHash: string) {
  const { appealLinks } = read.tables;
  const [link] = await read.select().from(appealLinks).where(eq(appealLinks.id, linkHash));
  return link && findCase(read, link.commentId);
}
