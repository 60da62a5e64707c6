import { and, count, desc, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Circle } from '../people/viewer.ts';
import { type HoldReason, holdFor } from './hold-rules.ts';
import { findRunningPeriod } from './period-queries.ts';

/** Whoever writes: somebody signed in, or a guest by their address. */
export type Writing =
  | { personId: string; circle: Circle }
  | { personId: null; guestEmail: string /** Pressed the button in their mail. */; isConfirmed: boolean };

const LATELY_MS = 7 * 86_400_000;
const MOST_COMPARED = 200;

/** Why these words of theirs wait, asked in the write that keeps them, maybe again; null when they appear at once. */
export async function findHoldReason(
  read: Reader | Writer,
  by: Writing,
  { id, words }: { id: string; words: string },
  now: Date,
): Promise<HoldReason | null> {
  const isMember = by.personId !== null;
  const circle = isMember ? by.circle : 'public';
  if (circle === 'staff') return null;
  const [spoken, earlier, period] = await Promise.all([
    hasSpoken(read, by),
    listEarlier(read, id, now),
    findRunningPeriod(read, now),
  ]);
  const speaker = { circle, isMember, isConfirmed: isMember || by.isConfirmed, hasSpoken: spoken };
  return holdFor(speaker, words, { earlier, isPreElection: period !== undefined });
}

/** Whether other words of theirs stand here: nobody is known by what still waits or was taken away. */
async function hasSpoken(read: Reader | Writer, by: Writing): Promise<boolean> {
  const { comments, commentHolds, commentReleases, commentRemovals } = read.tables;
  const isTheirs = by.personId === null ? eq(comments.guestEmail, by.guestEmail) : eq(comments.personId, by.personId);
  const [found] = await read
    .select({ total: count() })
    .from(comments)
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, comments.id))
    .where(
      and(
        isTheirs,
        isNull(commentRemovals.commentId),
        or(isNull(commentHolds.commentId), isNotNull(commentReleases.commentId)),
      ),
    );
  return (found?.total ?? 0) > 0;
}

/** What came lately from outside the staff, held or not, but for what nobody confirmed: that is not known to be theirs. */
async function listEarlier(read: Reader | Writer, exceptId: string, now: Date): Promise<string[]> {
  const { comments, commentHolds, commentReleases, commentWithdrawals, people } = read.tables;
  const rows = await read
    .select({ words: comments.words })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.personId))
    .leftJoin(commentHolds, eq(commentHolds.commentId, comments.id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, comments.id))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, comments.id))
    .where(
      and(
        isNull(commentWithdrawals.commentId),
        ne(comments.id, exceptId),
        gt(comments.saidAt, new Date(now.getTime() - LATELY_MS)),
        or(isNull(people.id), ne(people.circle, 'staff')),
        or(isNull(commentHolds.commentId), ne(commentHolds.why, 'unconfirmed'), isNotNull(commentReleases.commentId)),
      ),
    )
    .orderBy(desc(comments.saidAt))
    .limit(MOST_COMPARED);
  return rows.map(({ words }) => words);
}
