import type { Writer } from '#db/database.ts';
import { openLesson } from '../lessons/lesson-publication-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../meetups/stationery.ts';
import { listHeldLessons } from './lesson-hold-queries.ts';
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
  const held = await listHeldLessons(tx, MOST_AT_ONCE);
  const post: { id: string; letter: ReturnType<typeof lessonReleasedLetter> }[] = [];
  for (const [at, lesson] of held.entries()) {
    const opensAt = new Date(now.getTime() + at);
    await openLesson(tx, { lessonId: lesson.lessonId, publishedById: lesson.by.id }, opensAt);
    if (lesson.by.email)
      post.push({ id: stationery.newId(), letter: lessonReleasedLetter(lesson.by, lesson, stationery.siteUrl) });
  }
  await queueLetters(tx, post, stationery, now);
  if (held.length === MOST_AT_ONCE) return new Date(now.getTime() + SECOND);
  const [next] = await listComingPeriods(tx, now);
  return next?.endsAt ?? null;
}
