import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import { followPlan } from './date-commands.ts';
import { listDatesAhead } from './date-queries.ts';
import { planKeeping } from './keeping-plan-commands.ts';
import { isIdle, listOccasions, markOf, planRhythm } from './rhythm-plan-rules.ts';
import type { Rhythm } from './rhythm-rules.ts';
import { findSeriesById, listTerms, type Series } from './series-queries.ts';
import { isSeriesHost } from './series-rules.ts';

const RHYTHM_CHANGED = 'The series meets in another rhythm now, and this date is no longer in it.';

/**
 * Gives a series its rhythm, and does with the dates ahead what the preview said. Pressed twice, it is done once.
 *
 * @param mark of the plan that was shown: nothing is done when it would be another one now.
 * @returns `saved`, and how many parties gave no address and must be told in another way; or why not.
 */
export async function changeRhythm(
  tx: Writer,
  { seriesId, rhythm, mark }: { seriesId: string; rhythm: Rhythm; mark: string },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const found = await findSeriesById(tx, seriesId);
  if (!found) return { kind: 'no-such-series' as const };
  if (!isSeriesHost(await listTerms(tx, seriesId), editor)) return { kind: 'not-yours' as const };
  if (found.rest) return { kind: 'resting' as const };
  const plan = planRhythm(listOccasions(rhythm, now), await listDatesAhead(tx, seriesId, now));
  if (isIdle(plan) && isKept(found.series, rhythm))
    return { kind: 'saved' as const, slug: found.series.slug, untold: 0 };
  if (markOf(plan) !== mark) return { kind: 'changed-since' as const };
  const columns = { ...columnsOf(rhythm), updatedAt: now };
  await tx.update(tx.tables.series).set(columns).where(eq(tx.tables.series.id, seriesId));
  const series = { ...found.series, ...columns };
  const why = { byId: editor.person.id, reason: RHYTHM_CHANGED };
  const untold = await followPlan(tx, series, plan, why, stationery, now);
  await planKeeping(tx, seriesId, stationery.newId, now);
  return { kind: 'saved' as const, slug: series.slug, untold };
}

const columnsOf = ({ rules, exceptDays, extraDays, ...rhythm }: Rhythm) => ({
  ...rhythm,
  rules: [...rules],
  exceptDays: [...exceptDays],
  extraDays: [...extraDays],
});

/** Whether a series has this very rhythm already. */
const isKept = (series: Series, rhythm: Rhythm): boolean =>
  Object.entries(columnsOf(rhythm)).every(
    ([name, value]) => JSON.stringify(series[name as keyof Series]) === JSON.stringify(value),
  );
