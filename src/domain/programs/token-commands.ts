import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { listTokens } from './token-queries.ts';
import { type Lasting, lastDayOf, MOST_TOKENS, type Scope } from './token-rules.ts';

export interface NewToken {
  /** Made by the form: sending it twice makes one token. */
  id: string;
  hash: string;
  personId: string;
  name: string;
  scopes: readonly Scope[];
  lasting: Lasting;
  /** 'YYYY-MM-DD'. */
  today: string;
  now: Date;
}

/** Keeps a new token by its hash. */
export async function makeToken(tx: Writer, { lasting, today, now, scopes, ...token }: NewToken) {
  const { apiTokens } = tx.tables;
  if ((await listTokens(tx, token.personId, today)).length >= MOST_TOKENS) return { kind: 'too-many' as const };
  const lastDay = lastDayOf(today, lasting);
  const [made] = await tx
    .insert(apiTokens)
    .values({ ...token, scopes: [...scopes], lastDay, madeAt: now })
    .onConflictDoNothing({ target: apiTokens.id })
    .returning({ lastDay: apiTokens.lastDay });
  return made ? { kind: 'made' as const, lastDay } : { kind: 'made-before' as const };
}

/** Ends one of a person's own tokens. */
export async function revokeToken(tx: Writer, id: string, personId: string, now: Date) {
  const { apiTokens } = tx.tables;
  const isTheirs = and(eq(apiTokens.id, id), eq(apiTokens.personId, personId), isNull(apiTokens.revokedAt));
  const revoked = await tx.update(apiTokens).set({ revokedAt: now }).where(isTheirs).returning({ id: apiTokens.id });
  return { kind: revoked.length > 0 ? ('revoked' as const) : ('no-such-token' as const) };
}

/** Remembers the day on which a token was used last. */
export async function noteUse(tx: Writer, id: string, today: string) {
  const { apiTokens } = tx.tables;
  await tx.update(apiTokens).set({ lastUsedOn: today }).where(eq(apiTokens.id, id));
}
