import { asc, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

/** The series that a meetup can belong to, by name, as far as this viewer may see them. */
export const listSeriesChoices = (read: Reader, viewer: Viewer) => {
  const { series } = read.tables;
  return read
    .select({ id: series.id, name: series.name })
    .from(series)
    .where(inArray(series.circle, [...viewer.circles]))
    .orderBy(asc(series.name));
};
