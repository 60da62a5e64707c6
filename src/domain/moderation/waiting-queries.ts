import { and, asc, count, countDistinct, eq, inArray, isNull, min, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listSubjects } from '../follows/subject-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { countWaitingWebmentions } from '../webmentions/webmention-queries.ts';

const MOST_LISTED = 50;

/** Why words wait for a moderator; others wait for time or for whoever wrote them. */
const FOR_MODERATORS = ['spam', 'first-time'] as const;

/** What waits for moderators, of each kind what waits longest first. They see every circle. */
export async function listWaiting(read: Reader, viewer: Viewer) {
  const [appeals, reports, held] = await Promise.all([listAppeals(read), listReported(read), listHeld(read)]);
  const grounds = await listGrounds(read, viewer, [...appeals, ...reports, ...held]);
  const placed = <Row extends { subjectId: string }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, under: grounds.get(row.subjectId) }));
  return { appeals: placed(appeals), reports: placed(reports), held: placed(held) };
}

/** How much of each kind waits for moderators, and how many comments for the end of an election. */
export async function countWaiting(read: Reader | Writer) {
  const { commentAppeals, commentReports } = read.tables;
  const [[appeals], [reports], held, beforeElection, webmentions] = await Promise.all([
    read.select({ total: count() }).from(commentAppeals).where(isNull(commentAppeals.decidedAt)),
    read
      .select({ total: countDistinct(commentReports.commentId) })
      .from(commentReports)
      .where(isNull(commentReports.endedAt)),
    countHeld(read, FOR_MODERATORS),
    countHeld(read, ['pre-election']),
    countWaitingWebmentions(read),
  ]);
  return { appeals: appeals?.total ?? 0, reports: reports?.total ?? 0, held, beforeElection, webmentions };
}

/** The titles and addresses of what comments stand under, by its id. */
export async function listGrounds(read: Reader, viewer: Viewer, rows: readonly { subjectId: string }[]) {
  const ids = [...new Set(rows.map(({ subjectId }) => subjectId))];
  const subjects = await listSubjects(
    read,
    viewer,
    ids.map((subjectId) => ({ kind: 'thread' as const, subjectId })),
  );
  return new Map(subjects.map(({ subjectId, name, path }) => [subjectId, { title: name, path }]));
}

function listAppeals(read: Reader) {
  const { commentAppeals, comments, people } = read.tables;
  return read
    .select({ ...listedColumns(read), at: commentAppeals.appealedAt })
    .from(commentAppeals)
    .innerJoin(comments, eq(comments.id, commentAppeals.commentId))
    .leftJoin(people, eq(people.id, comments.personId))
    .where(isNull(commentAppeals.decidedAt))
    .orderBy(asc(commentAppeals.appealedAt))
    .limit(MOST_LISTED);
}

function listReported(read: Reader) {
  const { commentReports, comments, people } = read.tables;
  const first = min(commentReports.reportedAt);
  return read
    .select({ ...listedColumns(read), at: first, reports: count() })
    .from(commentReports)
    .innerJoin(comments, eq(comments.id, commentReports.commentId))
    .leftJoin(people, eq(people.id, comments.personId))
    .where(isNull(commentReports.endedAt))
    .groupBy(comments.id, people.id)
    .orderBy(asc(first))
    .limit(MOST_LISTED);
}

function listHeld(read: Reader) {
  const { commentHolds, commentReleases, commentRemovals, commentWithdrawals, comments, people } = read.tables;
  return read
    .select({ ...listedColumns(read), at: commentHolds.heldAt, why: commentHolds.why })
    .from(commentHolds)
    .innerJoin(comments, eq(comments.id, commentHolds.commentId))
    .leftJoin(people, eq(people.id, comments.personId))
    .leftJoin(commentReleases, eq(commentReleases.commentId, commentHolds.commentId))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, commentHolds.commentId))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, commentHolds.commentId))
    .where(isHeld(read, FOR_MODERATORS))
    .orderBy(asc(commentHolds.heldAt))
    .limit(MOST_LISTED);
}

async function countHeld(read: Reader | Writer, whys: Whys): Promise<number> {
  const { commentHolds, commentReleases, commentRemovals, commentWithdrawals } = read.tables;
  const [held] = await read
    .select({ total: count() })
    .from(commentHolds)
    .leftJoin(commentReleases, eq(commentReleases.commentId, commentHolds.commentId))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, commentHolds.commentId))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, commentHolds.commentId))
    .where(isHeld(read, whys));
  return held?.total ?? 0;
}

type Whys = readonly ('unconfirmed' | 'spam' | 'first-time' | 'pre-election')[];

const isHeld = ({ tables }: Reader | Writer, whys: Whys): SQL | undefined =>
  and(
    inArray(tables.commentHolds.why, [...whys]),
    isNull(tables.commentReleases.commentId),
    isNull(tables.commentRemovals.commentId),
    isNull(tables.commentWithdrawals.commentId),
  );

const listedColumns = ({ tables: { comments, people } }: Reader) => ({
  id: comments.id,
  words: comments.words,
  subjectId: comments.subjectId,
  guestName: comments.guestName,
  by: people.name,
});
