import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { withUnitsBelow } from './unit-rules.ts';

/** What is known about a unit; its lead only to those who may know the name. */
export async function findUnit(read: Reader, viewer: Viewer, slug: string) {
  const { units, people } = read.tables;
  const { id, name, parentId, mailbox, phone, description } = units;
  const [unit] = await read
    .select({
      ...{
        id,
        slug: units.slug,
        name,
        parentId,
        mailbox,
        phone,
        description,
        leadId: units.leadId,
        aliases: units.aliases,
      },
      lead: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(units)
    .leftJoin(people, eq(people.id, units.leadId))
    .where(eq(units.slug, slug));
  if (!unit) return undefined;
  const isNamed = unit.lead?.name && isNamedTo(viewer, unit.lead);
  return { ...unit, lead: isNamed ? unit.lead : null };
}

/** Who answers for a unit, or, where nobody is named, for the nearest one above it; undefined when nobody does. */
export const findLead = async (read: Reader | Writer, unitId: string) => (await listLeads(read, [unitId])).get(unitId);

/** The same for many units, by their ids. */
export async function listLeads(read: Reader | Writer, unitIds: readonly string[]) {
  const { units, people } = read.tables;
  const branches = await read
    .select({ id: units.id, parentId: units.parentId, lead: { id: people.id, name: people.name, email: people.email } })
    .from(units)
    .leftJoin(people, and(eq(people.id, units.leadId), isNull(people.leftAt)));
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  return new Map(unitIds.flatMap((unitId) => leadAbove(unitId) ?? []));

  function leadAbove(unitId: string) {
    const seen = new Set<string>();
    for (let at = byId.get(unitId); at && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
      if (at.lead) return [[unitId, at.lead] as const];
      seen.add(at.id);
    }
    return undefined;
  }
}

/** Whether somebody answers for a unit, by leading it or one above it. */
export async function leadsUnit(read: Reader | Writer, personId: string, unitId: string): Promise<boolean> {
  const { units } = read.tables;
  const branches = await read.select({ id: units.id, parentId: units.parentId, leadId: units.leadId }).from(units);
  const led = branches.filter(({ leadId }) => leadId === personId);
  return led.some(({ id }) => withUnitsBelow(branches, id).includes(unitId));
}

/** Who in a unit can be asked about what: those who agreed to be named, and everybody for staff and partners. */
export function listPeopleToAsk(read: Reader, viewer: Viewer, unitId: string) {
  const { people } = read.tables;
  const { id, name, jobTitle, askMeAbout } = people;
  const agreed = viewer.circle === 'public' ? eq(people.showsName, true) : inArray(people.circle, ['staff', 'partner']);
  return read
    .select({ id, name, jobTitle, askMeAbout })
    .from(people)
    .where(and(eq(people.unitId, unitId), ne(askMeAbout, ''), ne(name, ''), isNull(people.leftAt), agreed))
    .orderBy(asc(name), asc(id));
}
