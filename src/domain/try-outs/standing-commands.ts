import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { standingOf } from './standing-rules.ts';

/** Counts anew how a published lesson stands, in the same write as what moved it. */
export async function refreshStanding(tx: Writer, lessonId: string) {
  const { lessonPublications, lessonConfirmations, lessonStandings } = tx.tables;
  const published = await tx
    .select({ at: lessonPublications.publishedAt })
    .from(lessonPublications)
    .where(eq(lessonPublications.lessonId, lessonId));
  const confirmed = await tx
    .select({ at: lessonConfirmations.confirmedAt })
    .from(lessonConfirmations)
    .where(eq(lessonConfirmations.lessonId, lessonId));
  const fresh = [...published, ...confirmed].map(({ at }) => at);
  const standing = standingOf(fresh, await listTried(tx, lessonId));
  await tx
    .insert(lessonStandings)
    .values({ lessonId, ...standing })
    .onConflictDoUpdate({ target: lessonStandings.lessonId, set: standing });
}

async function listTried(tx: Writer, lessonId: string) {
  const { tryOuts, tryOutResults } = tx.tables;
  const rows = await tx
    .select({
      personId: tryOuts.personId,
      unitId: tryOuts.unitId,
      organisationId: tryOuts.organisationId,
      result: tryOutResults.result,
      answeredAt: tryOutResults.answeredAt,
    })
    .from(tryOuts)
    .innerJoin(tryOutResults, eq(tryOutResults.tryOutId, tryOuts.id))
    .where(eq(tryOuts.lessonId, lessonId));
  return rows.map(({ unitId, organisationId, ...row }) => ({ ...row, placeId: unitId ?? organisationId }));
}
