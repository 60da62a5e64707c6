import { and, asc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { isInReview, isLive, mayBeSeen } from './channel-filter-queries.ts';

/** Who runs what: the live channels of each unit that has any, by how their reviews stand. One grouped query. */
export function countByUnit(read: Reader, viewer: Viewer, today: string) {
  const { channels, units } = read.tables;
  const sum = (condition: SQL | undefined) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number);
  const counted = read
    .select({
      unitId: channels.unitId,
      fine: sum(isInReview(read, 'fine', today)).as('fine'),
      dueSoon: sum(isInReview(read, 'due-soon', today)).as('due_soon'),
      overdue: sum(isInReview(read, 'overdue', today)).as('overdue'),
      never: sum(isInReview(read, 'never', today)).as('never'),
    })
    .from(channels)
    .where(and(mayBeSeen(channels, viewer), isLive(read)))
    .groupBy(channels.unitId)
    .as('counted');
  return read
    .select({
      id: units.id,
      slug: units.slug,
      name: units.name,
      fine: counted.fine,
      'due-soon': counted.dueSoon,
      overdue: counted.overdue,
      never: counted.never,
    })
    .from(counted)
    .innerJoin(units, eq(units.id, counted.unitId))
    .orderBy(asc(units.name), asc(units.id));
}

/** The platforms and languages of the channels a viewer may see, for choosing among them. */
export async function listChoices(read: Reader, viewer: Viewer) {
  const { channels, platforms } = read.tables;
  const isSeen = mayBeSeen(channels, viewer);
  const oneOnIt = read
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.platformKey, platforms.key), isSeen));
  const [used, spoken] = await Promise.all([
    read
      .select({ key: platforms.key, label: platforms.label })
      .from(platforms)
      .where(exists(oneOnIt))
      .orderBy(asc(platforms.label)),
    read.selectDistinct({ languages: channels.languages }).from(channels).where(isSeen),
  ]);
  const languages = [...new Set(spoken.flatMap(({ languages }) => languages))].sort();
  return { platforms: used, languages };
}
