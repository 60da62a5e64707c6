import {
  type AnyColumn,
  and,
  asc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isInReview } from '../channels/channel-filter-queries.ts';
import { FIGURE_KEYS, type FigureKey, type NightlyFigure } from './figure-rules.ts';
import { goneOn, isRunning } from './finding-queries.ts';

/** How the running channels of each unit that has any stand today: one grouped query. */
export function countStandings(read: Reader | Writer, today: string) {
  const { channels } = read.tables;
  const { ownerId, deputyId } = channels;
  const gone = goneOn(read, today);
  const isHere = (id: AnyColumn) => and(isNotNull(id), notInArray(id, gone));
  const isGone = (id: AnyColumn) => inArray(id, gone);
  const isMissing = (id: AnyColumn) => or(isNull(id), inArray(id, gone));
  const conditions: Record<FigureKey, SQL | undefined> = {
    running: sql`1 = 1`,
    withoutOwner: isNull(ownerId),
    withoutDeputy: isNull(deputyId),
    onOnePerson: or(and(isHere(ownerId), isMissing(deputyId)), and(isMissing(ownerId), isHere(deputyId))),
    leftBehind: or(isGone(ownerId), isGone(deputyId)),
    overdue: or(isInReview(read, 'overdue', today), isInReview(read, 'never', today)),
  };
  const sums = FIGURE_KEYS.map(
    (key) => [key, sql<number>`sum(case when ${conditions[key]} then 1 else 0 end)`.mapWith(Number)] as const,
  );
  return read
    .select({ unitId: channels.unitId, ...(Object.fromEntries(sums) as Record<FigureKey, SQL<number>>) })
    .from(channels)
    .where(isRunning(read))
    .groupBy(channels.unitId);
}

/** The nights since a day, the oldest first, of the whole register (`WHOLE_SITE`) or of a unit at the top. */
export function listFigures(read: Reader, scopeId: string, since: string): Promise<NightlyFigure[]> {
  const { channelFigures } = read.tables;
  return read
    .select()
    .from(channelFigures)
    .where(and(eq(channelFigures.scopeId, scopeId), gte(channelFigures.day, since)))
    .orderBy(asc(channelFigures.day));
}
