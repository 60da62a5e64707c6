import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** The hosts of a series for its form: by the address that stands for them there. Only for its hosts. */
export const listHostsToEdit = async (read: Reader, seriesId: string) => {
  const { seriesHosts, people } = read.tables;
  const rows = await read
    .select({ email: people.email, fromOn: seriesHosts.fromOn, untilOn: seriesHosts.untilOn })
    .from(seriesHosts)
    .innerJoin(people, eq(people.id, seriesHosts.personId))
    .where(eq(seriesHosts.seriesId, seriesId))
    .orderBy(asc(seriesHosts.fromOn), asc(people.id));
  return rows.map(({ email, fromOn, untilOn }) => ({ email: email ?? '', fromOn, untilOn: untilOn ?? '' }));
};
