import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** More moderators than this need not all be told. */
const MOST_TOLD = 10;

/** Everybody who may decide about words, moderators and admins. */
export async function listDeciders(read: Reader | Writer) {
  const { people, roles } = read.tables;
  const rows = await read
    .select({ id: people.id, name: people.name, email: people.email, role: roles.role })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(inArray(roles.role, ['moderator', 'admin']), isNull(people.leftAt), isNotNull(people.email)))
    .orderBy(asc(people.id));
  return rows.map(({ email, ...person }) => ({ ...person, email: email ?? '' }));
}

/** Those of them who are written to: the moderators; the admins while there are none. */
export async function listModeratorsToTell(read: Reader | Writer, exceptId?: string | null) {
  const deciders = (await listDeciders(read)).filter(({ id }) => id !== exceptId);
  const moderators = deciders.filter(({ role }) => role === 'moderator');
  return (moderators.length > 0 ? moderators : deciders).slice(0, MOST_TOLD);
}
