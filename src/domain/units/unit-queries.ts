import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

/** What is known about a unit. */
export async function findUnit(read: Reader, slug: string) {
  const { units } = read.tables;
  const { id, name, parentId, mailbox, phone, description } = units;
  const [unit] = await read
    .select({ id, slug: units.slug, name, parentId, mailbox, phone, description })
    .from(units)
    .where(eq(units.slug, slug));
  return unit;
}

/** Who in a unit can be asked about what: those who agreed to be named, and everybody for staff and partners. */
export function listPeopleToAsk(read: Reader, viewer: Viewer, unitId: string) {
  const { people } = read.tables;
  const { id, name, jobTitle, askMeAbout } = people;
  const agreed = viewer.circle === 'public' ? eq(people.showsName, true) : inArray(people.circle, ['staff', 'partner']);
  return read
    .select({ id, name, jobTitle, askMeAbout })
    .from(people)
    .where(and(eq(people.unitId, unitId), ne(askMeAbout, ''), ne(name, ''), agreed))
    .orderBy(asc(name), asc(id));
}
