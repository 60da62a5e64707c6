import type { Reader } from '#db/database.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { listClashes } from '#domain/series/clash-queries.ts';
import type { Clash, PlannedDay } from '#domain/series/clash-rules.ts';
import { isDay } from '#domain/series/rhythm-form-rules.ts';
import { currentSite } from './site.ts';

interface Asking {
  read: Reader;
  viewer: Viewer;
}

/** What days that somebody plans clash with, by day. `own` is what is planned: it does not clash with itself. */
export const findClashes = (
  { read, viewer }: Asking,
  planned: readonly PlannedDay[],
  own: { seriesId?: string | null; meetupId?: string } = {},
) => listClashes(read, viewer, planned, { holidays: currentSite().holidays, ...own });

/** The same for one day as it stands in a form, `YYYY-MM-DD…`; for anything else there is nothing to say. */
export async function findClashesOn(
  asking: Asking,
  typed: string,
  hostIds: readonly string[],
  own: { meetupId?: string } = {},
): Promise<readonly Clash[]> {
  const day = typed.slice(0, 10);
  if (!isDay(day)) return [];
  return (await findClashes(asking, [{ day, hostIds }], own)).get(day) ?? [];
}
