import { and, asc, eq, gt, inArray, isNull, min, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

/** Every series this viewer may see, with its state and the start of its next date: those that meet soonest first, the ended ones last. */
export async function listSeries(read: Reader | Writer, viewer: Viewer, now: Date) {
  const { series, seriesRests } = read.tables;
  const rows = await read
    .select({ series, state: seriesRests.kind, next: nextDate(read, viewer, now) })
    .from(series)
    .leftJoin(seriesRests, eq(seriesRests.seriesId, series.id))
    .where(inArray(series.circle, [...viewer.circles]))
    .orderBy(asc(series.name));
  const rank = ({ state, next }: (typeof rows)[number]) => (state === 'ended' ? 'z' : (next ?? 'y'));
  return rows.sort((one, other) => rank(one).localeCompare(rank(other)));
}

/** The wall-clock start of the next date that is not called off: a column beside a series. */
function nextDate(read: Reader | Writer, viewer: Viewer, now: Date): SQL<string | null> {
  const { series, meetups, meetupCancellations } = read.tables;
  const next = read
    .select({ starts: min(meetups.startsLocal) })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(
      and(
        eq(meetups.seriesId, series.id),
        gt(meetups.endsAt, now),
        isNull(meetupCancellations.meetupId),
        inArray(meetups.circle, [...viewer.circles]),
      ),
    );
  return sql<string | null>`(${next})`;
}
