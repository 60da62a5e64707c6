import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findBelonging } from './belonging-commands.ts';
import type { Domains, Role } from './people-rules.ts';
import { keepPersonEntry } from './person-entry-commands.ts';

/**
 * The person behind an address, made when new. The circle is worked out again each time; whoever holds a role counts as
 * staff.
 */
export async function ensurePerson(tx: Writer, wish: { id: string; email: string; domains: Domains; now: Date }) {
  const { people } = tx.tables;
  const [known] = await tx.select().from(people).where(eq(people.email, wish.email));
  const belongs = await findBelonging(tx, { id: known?.id ?? wish.id, email: wish.email }, wish.domains);
  const [person] = await tx
    .insert(people)
    .values({ id: wish.id, email: wish.email, showsName: false, createdAt: wish.now, lastSeenAt: wish.now, ...belongs })
    .onConflictDoUpdate({ target: people.email, set: { ...belongs, lastSeenAt: wish.now } })
    .returning();
  if (!person) throw new Error('an upsert returns its row');
  return person;
}

export interface Profile {
  name: string;
  jobTitle: string;
  unitId: string | null;
  askMeAbout: string;
  showsName: boolean;
}

/** Saves what a person says about themselves, and what search may find of it. */
export async function saveProfile(tx: Writer, personId: string, profile: Profile) {
  const { people } = tx.tables;
  const [person] = await tx.update(people).set(profile).where(eq(people.id, personId)).returning();
  if (!person) return { kind: 'no-such-person' as const };
  await keepPersonEntry(tx, person);
  return { kind: 'saved' as const };
}

/** Gives a role. Giving it twice changes nothing. */
export async function grantRole(
  tx: Writer,
  grant: { personId: string; role: Role; grantedById: string | null; now: Date },
) {
  const { people, roles } = tx.tables;
  const { now, ...row } = grant;
  await tx.update(people).set({ circle: 'staff' }).where(eq(people.id, grant.personId));
  await tx
    .insert(roles)
    .values({ ...row, grantedAt: now })
    .onConflictDoNothing();
}

/**
 * Takes a role away, and with the last of them the circle it brought. The only admin who is still here keeps theirs, or
 * nobody could give it back.
 */
export async function revokeRole(
  tx: Writer,
  { personId, role, domains }: { personId: string; role: Role; domains: Domains },
) {
  const { people, roles } = tx.tables;
  const [admin, ...others] = await tx
    .select({ id: people.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.role, 'admin'), isNull(people.leftAt)));
  if (role === 'admin' && admin?.id === personId && others.length === 0) return { kind: 'last-admin' as const };
  await tx.delete(roles).where(and(eq(roles.personId, personId), eq(roles.role, role)));
  const [holder] = await tx.select().from(people).where(eq(people.id, personId));
  if (!holder?.email) return { kind: 'revoked' as const };
  const belongs = await findBelonging(tx, { id: personId, email: holder.email }, domains);
  await tx.update(people).set(belongs).where(eq(people.id, personId));
  await keepPersonEntry(tx, { ...holder, ...belongs });
  return { kind: 'revoked' as const };
}
