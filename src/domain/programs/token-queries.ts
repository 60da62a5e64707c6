import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { asProgram, type Scope } from './token-rules.ts';

/** Whom a token that works acts for, and what it may do; by the hash of the token. Days are 'YYYY-MM-DD'. */
export async function findTokenHolder(read: Reader, hash: string, today: string) {
  const { apiTokens, people } = read.tables;
  const [found] = await read
    .select({ id: apiTokens.id, scopes: apiTokens.scopes, lastUsedOn: apiTokens.lastUsedOn, person: people })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.personId))
    .where(and(eq(apiTokens.hash, hash), works(read, today), isNull(people.leftAt)));
  if (!found) return undefined;
  const { id, name, email, unitId, circle } = found.person;
  return { ...found, scopes: found.scopes as Scope[], viewer: asProgram(circle, { id, name, email, unitId }) };
}

/** The tokens of a person that work, newest first. */
export function listTokens(read: Reader | Writer, personId: string, today: string) {
  const { apiTokens } = read.tables;
  const { id, name, scopes, lastDay, lastUsedOn } = apiTokens;
  return read
    .select({ id, name, scopes, lastDay, lastUsedOn })
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), works(read, today)))
    .orderBy(desc(apiTokens.madeAt), desc(id));
}

const works = ({ tables: { apiTokens } }: Reader | Writer, today: string) =>
  and(isNull(apiTokens.revokedAt), gte(apiTokens.lastDay, today));
