import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { renewDates } from './date-commands.ts';
import { passOnTerm } from './host-term-rules.ts';
import { planHostWarning } from './keeping-plan-commands.ts';
import { findSeriesById, listTerms } from './series-queries.ts';

/** Somebody hosts a series up to a day, and somebody else from the day after; the dates ahead follow. */
export async function passOnHosting(
  tx: Writer,
  { seriesId, ...passing }: { seriesId: string; fromId: string; toId: string; lastDay: string },
  stationery: Stationery,
  now: Date,
) {
  const found = await findSeriesById(tx, seriesId);
  const terms = await listTerms(tx, seriesId);
  if (!found || !terms.some(({ personId }) => personId === passing.fromId)) return { kind: 'no-such-host' as const };
  const { seriesHosts } = tx.tables;
  const after = passOnTerm(terms, passing);
  await tx.delete(seriesHosts).where(eq(seriesHosts.seriesId, seriesId));
  await tx.insert(seriesHosts).values(after.map((term) => ({ ...term, seriesId })));
  await renewDates(tx, found.series, after, stationery, now);
  await planHostWarning(tx, seriesId, after, stationery.newId);
  return { kind: 'passed-on' as const, name: found.series.name };
}
