import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import { ensurePerson, grantRole } from './people-commands.ts';
import type { Domains } from './people-rules.ts';
import { signInLetter } from './sign-in-letters.ts';

const TOKEN_MINUTES = 15;
const FIRST_ADMIN_HOURS = 24;

export interface SignInRequest {
  email: string;
  next: string;
  token: { hash: string; link: string };
  letterId: string;
  siteName: string;
}

/** Sends a link to an address, known or not: the outcome is the same. */
export async function requestSignIn(tx: Writer, request: SignInRequest, now: Date) {
  const { signInTokens } = tx.tables;
  await tx.delete(signInTokens).where(lt(signInTokens.expiresAt, now));
  await tx.insert(signInTokens).values({
    id: request.token.hash,
    email: request.email,
    grants: 'sign-in',
    next: request.next,
    expiresAt: new Date(now.getTime() + TOKEN_MINUTES * 60_000),
  });
  const letter = signInLetter({ to: request.email, link: request.token.link, siteName: request.siteName });
  await queueLetter(tx, request.letterId, letter, now);
}

/** Spends the token of a sign-in mail, once, and finds or makes the person behind the address. */
export async function spendSignInToken(
  tx: Writer,
  spend: { hash: string; newPersonId: string; domains: Domains; now: Date },
) {
  const token = await spendToken(tx, spend.hash, 'sign-in', spend.now);
  if (!token) return { kind: 'spent-or-expired' as const };
  const person = await ensurePerson(tx, {
    id: spend.newPersonId,
    email: token.email,
    domains: spend.domains,
    now: spend.now,
  });
  if (person.leftAt) return { kind: 'has-left' as const };
  return { kind: 'signed-in' as const, personId: person.id, needsName: person.name === '', next: token.next };
}

/** Prepares the one-time link that makes the first admin; an earlier unused one stops working. */
export async function offerFirstAdmin(tx: Writer, hash: string, now: Date) {
  const { signInTokens } = tx.tables;
  await tx.delete(signInTokens).where(eq(signInTokens.grants, 'first-admin'));
  const expiresAt = new Date(now.getTime() + FIRST_ADMIN_HOURS * 3_600_000);
  await tx.insert(signInTokens).values({ id: hash, email: '', grants: 'first-admin', next: '/', expiresAt });
}

/** Spends the first admin's link: whoever holds it names an address, which becomes staff, keeper and admin. */
export async function makeFirstAdmin(
  tx: Writer,
  spend: { hash: string; newPersonId: string; email: string; domains: Domains; now: Date },
) {
  const token = await spendToken(tx, spend.hash, 'first-admin', spend.now);
  if (!token) return { kind: 'spent-or-expired' as const };
  const { email, domains, now } = spend;
  const person = await ensurePerson(tx, { id: spend.newPersonId, email, domains, now });
  for (const role of ['admin', 'keeper'] as const)
    await grantRole(tx, { personId: person.id, role, grantedById: null, now });
  return { kind: 'signed-in' as const, personId: person.id };
}

/** One update decides who was first when a link is pressed twice. */
async function spendToken(tx: Writer, hash: string, grants: 'sign-in' | 'first-admin', now: Date) {
  const { signInTokens } = tx.tables;
  const [token] = await tx
    .update(signInTokens)
    .set({ spentAt: now })
    .where(
      and(
        eq(signInTokens.id, hash),
        eq(signInTokens.grants, grants),
        isNull(signInTokens.spentAt),
        gt(signInTokens.expiresAt, now),
      ),
    )
    .returning();
  return token;
}
