import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from './viewer.ts';

type People = Reader['tables']['people'];

/**
 * The name of somebody who answers for something, as a column: signed-in staff and partners see it, everyone else only
 * when the person agreed; else null.
 */
export const nameSeenBy = ({ circle }: Pick<Viewer, 'circle'>, person: People): SQL<string | null> =>
  circle === 'public'
    ? sql<string | null>`case when ${person.showsName} then nullif(${person.name}, '') end`
    : sql<string | null>`nullif(${person.name}, '')`;
