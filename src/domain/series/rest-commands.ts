import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import { followPlan } from './date-commands.ts';
import { listDatesAhead } from './date-queries.ts';
import { planKeeping } from './keeping-plan-commands.ts';
import { isIdle, listOccasions, markOf, planRhythm } from './rhythm-plan-rules.ts';
import { findSeriesById, listTerms, rhythmOf } from './series-queries.ts';
import { isSeriesHost } from './series-rules.ts';

/** What somebody wants of a series, and the mark of the plan they were shown. */
interface Wish {
  seriesId: string;
  mark: string;
}

/**
 * Lets a series rest, or ends it: the dates ahead that nobody changed by hand are called off, and whoever was coming is
 * told why.
 */
export async function restSeries(
  tx: Writer,
  { seriesId, mark, ...rest }: Wish & { kind: 'resting' | 'ended'; reason: string },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const own = await findOwn(tx, seriesId, editor);
  if (own.kind !== 'own') return own;
  const plan = planRhythm([], await listDatesAhead(tx, seriesId, now));
  if (own.rest?.kind === rest.kind) return { kind: 'saved' as const, slug: own.series.slug, untold: 0 };
  if (own.rest || markOf(plan) !== mark) return { kind: 'changed-since' as const };
  const row = { ...rest, seriesId, restedById: editor.person.id, restedAt: now };
  await tx.insert(tx.tables.seriesRests).values(row);
  const why = { byId: editor.person.id, reason: rest.reason };
  const untold = await followPlan(tx, own.series, plan, why, stationery, now);
  return { kind: 'saved' as const, slug: own.series.slug, untold };
}

/** Wakes a series: its dates are made again. */
export async function resumeSeries(
  tx: Writer,
  { seriesId, mark }: Wish,
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const own = await findOwn(tx, seriesId, editor);
  if (own.kind !== 'own') return own;
  const { series } = own;
  const plan = planRhythm(listOccasions(rhythmOf(series), now), await listDatesAhead(tx, seriesId, now));
  if (!own.rest && isIdle(plan)) return { kind: 'saved' as const, slug: series.slug, untold: 0 };
  if (!own.rest || markOf(plan) !== mark) return { kind: 'changed-since' as const };
  await tx.delete(tx.tables.seriesRests).where(eq(tx.tables.seriesRests.seriesId, seriesId));
  const why = { byId: editor.person.id, reason: '' };
  const untold = await followPlan(tx, series, plan, why, stationery, now);
  await planKeeping(tx, seriesId, stationery.newId, now);
  return { kind: 'saved' as const, slug: series.slug, untold };
}

async function findOwn(tx: Writer, seriesId: string, editor: Editor) {
  const found = await findSeriesById(tx, seriesId);
  if (!found) return { kind: 'no-such-series' as const };
  if (!isSeriesHost(await listTerms(tx, seriesId), editor)) return { kind: 'not-yours' as const };
  return { kind: 'own' as const, ...found };
}
