import { and, asc, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { leadsUnit } from '../units/unit-queries.ts';

const MOST_LISTED = 200;
/** How long somebody who has left stays on the list of those who leave. */
const SHOWN_MS = 90 * 86_400_000;

/** Somebody whose leaving this viewer may look after: themselves, somebody of a unit they lead, anybody for keepers. */
export async function findLeaver(read: Reader, viewer: Viewer, personId: string) {
  const { people, units } = read.tables;
  const { id, name, jobTitle, leavingOn, leftAt, unitId } = people;
  const [person] = await read
    .select({ id, name, jobTitle, leavingOn, leftAt, unitId, unit: units.name })
    .from(people)
    .leftJoin(units, eq(units.id, unitId))
    .where(and(eq(id, personId), ne(people.circle, 'public'), isNotNull(people.email)));
  if (!person || !viewer.person) return undefined;
  const isSelf = viewer.person.id === personId;
  const isKeeper = isRegisterKeeper(viewer);
  const isLead =
    !isSelf && !isKeeper && person.unitId !== null && (await leadsUnit(read, viewer.person.id, person.unitId));
  return isSelf || isKeeper || isLead ? { ...person, isSelf } : undefined;
}

export type Leaver = NonNullable<Awaited<ReturnType<typeof findLeaver>>>;

/** Who leaves, soonest first, and who left lately: for keepers. */
export const listLeavers = (read: Reader, viewer: Viewer, now: Date) => {
  const { people, units } = read.tables;
  const { id, name, leavingOn, leftAt } = people;
  const isShown = or(and(isNotNull(leavingOn), isNull(leftAt)), gt(leftAt, new Date(now.getTime() - SHOWN_MS)));
  return read
    .select({ id, name, leavingOn, leftAt, unit: units.name })
    .from(people)
    .leftJoin(units, eq(units.id, people.unitId))
    .where(and(isShown, isRegisterKeeper(viewer) ? undefined : eq(id, '')))
    .orderBy(asc(leavingOn), asc(name))
    .limit(MOST_LISTED);
};
