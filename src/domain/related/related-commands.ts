import { eq, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { listCandidates, listUnreckoned } from './likeness-queries.ts';
import { bestOf, LIKENESS_VERSION } from './likeness-rules.ts';
import { mentionedPaths } from './mention-rules.ts';

/** Works out anew which lessons a published one is like, in the same write as what changed it; they learn of it too. */
export async function reckonRelated(tx: Writer, lessonId: string, now: Date) {
  const { relatedLessons, lessonReckonings } = tx.tables;
  const candidates = await listCandidates(tx, lessonId);
  await tx
    .delete(relatedLessons)
    .where(or(eq(relatedLessons.lessonId, lessonId), eq(relatedLessons.otherId, lessonId)));
  const pairs = [
    ...bestOf(candidates).map(({ id, likeness }) => ({ lessonId, otherId: id, likeness })),
    // Whoever is not among the best for this lesson may find it among the best for them.
    ...candidates.map(({ id, likeness }) => ({ lessonId: id, otherId: lessonId, likeness })),
  ];
  if (pairs.length > 0) await tx.insert(relatedLessons).values(pairs);
  const reckoning = { version: LIKENESS_VERSION, reckonedAt: now };
  await tx
    .insert(lessonReckonings)
    .values({ lessonId, ...reckoning })
    .onConflictDoUpdate({ target: lessonReckonings.lessonId, set: reckoning });
}

/** Keeps which pages of this site a lesson links to, in place of those it linked to before. */
export async function keepMentions(tx: Writer, lessonId: string, paths: readonly string[]) {
  const { lessonMentions } = tx.tables;
  await tx.delete(lessonMentions).where(eq(lessonMentions.lessonId, lessonId));
  if (paths.length > 0) await tx.insert(lessonMentions).values(paths.map((path) => ({ lessonId, path })));
}

export const RELATE = 'relate-lessons';
const SLICE = 10;

/** Does for lessons from before there were relatives, a few at a time, what saving does. @returns whether that was all. */
export async function relateEarlier(tx: Writer, siteUrl: string, now: Date): Promise<boolean> {
  const earlier = await listUnreckoned(tx, SLICE);
  for (const { id, ...html } of earlier) {
    await keepMentions(tx, id, mentionedPaths(Object.values(html), siteUrl));
    await reckonRelated(tx, id, now);
  }
  return earlier.length < SLICE;
}
