import { and, asc, eq, inArray, isNotNull, isNull, like, ne, or, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { MemberChoice } from './member-words.ts';
import type { Viewer } from './viewer.ts';

const MOST_NEARBY = 100;
const MOST_NAMESAKES = 6;

/**
 * Who is meant by a mail address, a whole name or an id: nobody is chosen by accident, and nobody who has left, unless
 * they stand there already (`keptIds`).
 */
export async function chooseMember(
  read: Reader,
  typed: string,
  keptIds: readonly string[] = [],
): Promise<MemberChoice> {
  const { people } = read.tables;
  const folded = typed.toLowerCase();
  const isNamed = or(eq(people.name, typed), eq(sql`lower(${people.name})`, folded));
  const isThere = or(isNull(people.leftAt), inArray(people.id, [...keptIds]));
  const isMeant = and(isThere, or(eq(people.id, typed), eq(people.email, folded), isNamed));
  const found = await members(read, isMeant).orderBy(asc(people.name), asc(people.id)).limit(MOST_NAMESAKES);
  const exact = found.find(({ id, email }) => id === typed || email === folded);
  const [member = exact] = exact ? [exact] : found;
  if (member && (exact || found.length === 1)) return { kind: 'one', member };
  if (found.length > 1) return { kind: 'several', members: found };
  const part = `%${folded.replace(/[%_\\]/g, '')}%`;
  const comesNear = and(isThere, or(like(sql`lower(${people.name})`, part), like(people.email, part)));
  return { kind: 'nobody', near: await members(read, comesNear).orderBy(asc(people.name)).limit(MOST_NAMESAKES) };
}

/** A hundred members to propose, those of a unit first: for staff only, since mail addresses are. */
export async function listMembersNearby(read: Reader, viewer: Viewer, unitId = viewer.person?.unitId) {
  if (viewer.circle !== 'staff') return [];
  const { people } = read.tables;
  const isNear = sql`case when ${people.unitId} = ${unitId ?? ''} then 0 else 1 end`;
  return members(read, and(ne(people.name, ''), isNull(people.leftAt)))
    .orderBy(isNear, asc(people.name), asc(people.id))
    .limit(MOST_NEARBY);
}

/** Members by their ids. */
export const listMembersById = (read: Reader, ids: readonly string[]) =>
  members(read, inArray(read.tables.people.id, [...ids]));

function members(read: Reader, condition: ReturnType<typeof or>) {
  const { people, units, organisations } = read.tables;
  const { id, name, email } = people;
  return read
    .select({ id, name, email, unit: units.name, organisation: organisations.name })
    .from(people)
    .leftJoin(units, eq(people.unitId, units.id))
    .leftJoin(organisations, eq(people.organisationId, organisations.id))
    .where(and(inArray(people.circle, ['staff', 'partner']), isNotNull(email), condition))
    .$dynamic();
}
