import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { domainOf } from './people-rules.ts';
import type { Viewer } from './viewer.ts';

/** The partner organisation an address belongs to, by its domain or by an invitation; invitations win. */
export const findOrganisationOf = async (read: Reader | Writer, email: string) =>
  (await readOrganisations(read, eq(read.tables.invitations.email, email)))(email);

/** The same for any address among these invitations. */
export async function readOrganisations(read: Reader | Writer, which?: SQL) {
  const { organisations, invitations } = read.tables;
  const invited = await read.select().from(invitations).where(which);
  const organisationOf = new Map(invited.map(({ email, organisationId }) => [email, organisationId]));
  const all = await read.select({ id: organisations.id, domains: organisations.domains }).from(organisations);
  return (email: string): string | undefined =>
    organisationOf.get(email) ?? all.find(({ domains }) => domains.includes(domainOf(email)))?.id;
}

/** Everything a person may change about themselves. */
export async function findProfile(read: Reader, personId: string) {
  const { people, units, organisations } = read.tables;
  const [profile] = await read
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      jobTitle: people.jobTitle,
      circle: people.circle,
      unitId: people.unitId,
      unitName: units.name,
      organisationName: organisations.name,
      askMeAbout: people.askMeAbout,
      showsName: people.showsName,
    })
    .from(people)
    .leftJoin(units, eq(people.unitId, units.id))
    .leftJoin(organisations, eq(people.organisationId, organisations.id))
    .where(eq(people.id, personId));
  return profile;
}

/** A person as others may see them: everyone those who show their name, staff and partners each member. */
export async function findPublicPerson(read: Reader, viewer: Viewer, personId: string) {
  const { people, units, organisations } = read.tables;
  const [person] = await read
    .select({
      name: people.name,
      showsName: people.showsName,
      jobTitle: people.jobTitle,
      askMeAbout: people.askMeAbout,
      unitName: units.name,
      organisationName: organisations.name,
    })
    .from(people)
    .leftJoin(units, eq(people.unitId, units.id))
    .leftJoin(organisations, eq(people.organisationId, organisations.id))
    .where(and(eq(people.id, personId), mayBeKnown(read, viewer)));
  return person;
}

/** Whose page a viewer may open. */
export function mayBeKnown({ tables: { people } }: Reader, { circle }: Pick<Viewer, 'circle'>) {
  const shown = circle === 'public' ? eq(people.showsName, true) : ne(people.circle, 'public');
  return and(ne(people.name, ''), isNotNull(people.email), isNull(people.leftAt), shown);
}

/** Units by name, for choosing one, each with the unit it belongs to. */
export const listUnits = (read: Reader | Writer) => {
  const { units } = read.tables;
  return read
    .select({ id: units.id, slug: units.slug, name: units.name, parentId: units.parentId })
    .from(units)
    .orderBy(asc(units.name));
};

/**
 * People who can be named as host, owner or deputy: staff and partners, by name. Whoever has left is not among them,
 * unless a form has them chosen already (`keptIds`).
 */
export const listMembers = (read: Reader, keptIds: readonly string[] = []) => {
  const { people, units, organisations } = read.tables;
  return read
    .select({
      id: people.id,
      name: people.name,
      circle: people.circle,
      unit: units.name,
      organisation: organisations.name,
    })
    .from(people)
    .leftJoin(units, eq(people.unitId, units.id))
    .leftJoin(organisations, eq(people.organisationId, organisations.id))
    .where(
      and(
        inArray(people.circle, ['staff', 'partner']),
        isNotNull(people.email),
        or(isNull(people.leftAt), inArray(people.id, [...keptIds])),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
};

/** Whether anybody holds the admin role: the first start of a real site has nobody. */
export async function hasAdmin(read: Reader): Promise<boolean> {
  const { roles } = read.tables;
  const found = await read.select({ id: roles.personId }).from(roles).where(eq(roles.role, 'admin')).limit(1);
  return found.length > 0;
}

/** Whether anybody has ever been here. */
export async function isPeopled(read: Reader | Writer): Promise<boolean> {
  const { people } = read.tables;
  const found = await read.select({ id: people.id }).from(people).limit(1);
  return found.length > 0;
}

/** People with a role, for the admin's page. */
export const listRoleHolders = (read: Reader) => {
  const { people, roles } = read.tables;
  return read
    .select({
      personId: people.id,
      name: people.name,
      email: people.email,
      role: roles.role,
      grantedAt: roles.grantedAt,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .orderBy(asc(people.name), asc(roles.role));
};
