import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { mayBeKnown } from '../people/people-queries.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import { chooseNamed, findMentions, type Named } from './naming-rules.ts';

const MOST_KNOWN = 200;

/** Whom a text names, of those whom its writer may know. */
export async function findNamed(read: Reader | Writer, writer: Viewer, words: string, circle: Circle): Promise<Named> {
  const mentions = findMentions(words);
  if (mentions.length === 0) return { kind: 'named', people: [] };
  const { people, units, organisations } = read.tables;
  const folded = sql`lower(${people.name})`;
  const names = mentions.flatMap(({ names }) => names);
  const given = names.filter((name) => !name.includes(' ')).map((name) => like(folded, `${name} %`));
  const known = await read
    .select({
      id: people.id,
      name: people.name,
      circle: people.circle,
      showsName: people.showsName,
      place: sql<string>`coalesce(${units.name}, ${organisations.name}, '')`,
    })
    .from(people)
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(mayBeKnown(read, writer), or(inArray(folded, names), ...given)))
    .orderBy(asc(people.id))
    .limit(MOST_KNOWN);
  return chooseNamed(mentions, known, circle);
}
