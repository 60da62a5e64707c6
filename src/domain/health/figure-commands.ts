import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { localDay } from '../time/date-words.ts';
import { countStandings } from './figure-queries.ts';
import { type NightlyFigure, nextNight, rollUp } from './figure-rules.ts';

/** The job that counts the register each night. */
export const TAKE_FIGURES = 'take-figures';

const ROWS_AT_ONCE = 300;

/** Counts how the register stands today, once a day however often it is asked. @returns the next night. */
export async function takeFigures(tx: Writer, _: string, { zone }: Pick<Stationery, 'zone'>, now: Date): Promise<Date> {
  const { units } = tx.tables;
  const day = localDay(now, zone);
  const branches = await tx.select({ id: units.id, parentId: units.parentId }).from(units);
  const sums = rollUp(branches, await countStandings(tx, day));
  await keepFigures(
    tx,
    sums.map(({ scopeId, figures }) => ({ scopeId, day, ...figures })),
    now,
  );
  return nextNight(now, zone);
}

/** Keeps figures of a night. What was counted that day already stays. */
export async function keepFigures(tx: Writer, figures: readonly NightlyFigure[], now: Date) {
  for (let at = 0; at < figures.length; at += ROWS_AT_ONCE)
    await tx
      .insert(tx.tables.channelFigures)
      .values(figures.slice(at, at + ROWS_AT_ONCE).map((figure) => ({ ...figure, takenAt: now })))
      .onConflictDoNothing();
}
