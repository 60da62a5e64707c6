import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { tellOfComment } from '../comments/telling-commands.ts';
import { openLesson } from '../lessons/lesson-publication-commands.ts';
import { type Post, queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findCase } from './case-queries.ts';
import { addressOf } from './case-rules.ts';
import { listHeldLessons } from './lesson-hold-queries.ts';
import { commentReleasedLetter } from './moderation-letters.ts';
import { lessonReleasedLetter } from './period-letters.ts';
import { findRunningPeriod, listComingPeriods } from './period-queries.ts';

/** The job that lets appear what waited for the end of a pre-election period. */
export const RELEASE_HELD = 'release-held';

const MOST_AT_ONCE = 200;
const SECOND = 1000;

/**
 * Lets what was held before an election appear, in the order in which it came: a millisecond apart, since lists go by
 * the moment. While a period runs nothing does.
 *
 * @returns when to look again: at once while there is more, else at the end of the period that runs or comes next.
 */
export async function releaseHeld(tx: Writer, _: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const period = await findRunningPeriod(tx, now);
  if (period) return period.endsAt;
  const lessons = await releaseLessons(tx, stationery, now);
  const comments = await releaseComments(tx, stationery, now);
  if (Math.max(lessons, comments) === MOST_AT_ONCE) return new Date(now.getTime() + SECOND);
  const [next] = await listComingPeriods(tx, now);
  return next?.endsAt ?? null;
}

async function releaseLessons(tx: Writer, stationery: Stationery, now: Date): Promise<number> {
  const held = await listHeldLessons(tx, MOST_AT_ONCE);
  const post: Post[] = [];
  for (const [at, lesson] of held.entries()) {
    const publication = { lessonId: lesson.lessonId, publishedById: lesson.by.id };
    await openLesson(tx, publication, millisecondsAfter(at, now));
    if (lesson.by.email)
      post.push({ id: stationery.newId(), letter: lessonReleasedLetter(lesson.by, lesson, stationery.siteUrl) });
  }
  await queueLetters(tx, post, stationery, now);
  return held.length;
}

async function releaseComments(tx: Writer, stationery: Stationery, now: Date): Promise<number> {
  const { commentReleases } = tx.tables;
  const held = await listHeldBeforeElection(tx);
  const post: Post[] = [];
  for (const [at, { commentId }] of held.entries()) {
    const releasedAt = millisecondsAfter(at, now);
    await tx.insert(commentReleases).values({ commentId, releasedById: null, releasedAt }).onConflictDoNothing();
    await tellOfComment(tx, commentId, stationery, now);
    const found = await findCase(tx, commentId);
    const to = found && addressOf(found);
    if (to) post.push({ id: stationery.newId(), letter: commentReleasedLetter(to, found, stationery.siteUrl) });
  }
  await queueLetters(tx, post, stationery, now);
  return held.length;
}

function listHeldBeforeElection(tx: Writer) {
  const { commentHolds, commentReleases, commentRemovals, commentWithdrawals } = tx.tables;
  return tx
    .select({ commentId: commentHolds.commentId })
    .from(commentHolds)
    .leftJoin(commentReleases, eq(commentReleases.commentId, commentHolds.commentId))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, commentHolds.commentId))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, commentHolds.commentId))
    .where(
      and(eq(commentHolds.why, 'pre-election'), isNull(commentReleases.commentId), isNull(commentRemovals.commentId)),
    )
    .orderBy(asc(commentHolds.heldAt), asc(commentHolds.commentId))
    .limit(MOST_AT_ONCE);
}

const millisecondsAfter = (milliseconds: number, now: Date) => new Date(now.getTime() + milliseconds);
