import type { Reader } from '#db/database.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { listDatesAhead } from '#domain/series/date-queries.ts';
import { isDuring, type Term } from '#domain/series/host-term-rules.ts';
import { listOccasions, planRhythm, type RhythmPlan } from '#domain/series/rhythm-plan-rules.ts';
import { listLines } from '#domain/series/rhythm-plan-words.ts';
import type { Rhythm } from '#domain/series/rhythm-rules.ts';
import { findClashes } from './clashes.ts';

interface Asking {
  read: Reader;
  viewer: Viewer;
  now: Date;
}

/** What a rhythm would do to the dates ahead of a series, and what each date clashes with. No rhythm: it rests. */
export async function previewRhythm(
  { read, viewer, now }: Asking,
  series: { id: string },
  terms: readonly Term[],
  rhythm: Rhythm | undefined,
) {
  const occasions = rhythm ? listOccasions(rhythm, now) : [];
  const plan: RhythmPlan = planRhythm(occasions, await listDatesAhead(read, series.id, now));
  const planned = listLines(plan)
    .filter(({ what }) => what !== 'off')
    .map(({ startsLocal }) => startsLocal.slice(0, 10))
    .map((day) => ({ day, hostIds: terms.filter((term) => isDuring(term, day)).map(({ personId }) => personId) }));
  return { plan, clashes: await findClashes({ read, viewer }, planned, { seriesId: series.id }) };
}
