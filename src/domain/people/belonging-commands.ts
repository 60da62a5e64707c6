import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { findOrganisationOf, readOrganisations } from './people-queries.ts';
import { type AddressBook, circleOf, type Domains } from './people-rules.ts';
import { keepPersonEntry } from './person-entry-commands.ts';

/** Where somebody belongs by their address and roles. */
export async function findBelonging(tx: Writer, { id, email }: { id: string; email: string }, domains: Domains) {
  const { roles } = tx.tables;
  const organisationId = await findOrganisationOf(tx, email);
  const held = await tx.$count(roles, eq(roles.personId, id));
  return belonging(email, { ...domains, organisationId }, held > 0);
}

/**
 * Moves everybody to where they belong by now, since the lists of domains or an organisation's people changed: whoever
 * comes often is never asked to sign in again.
 */
export async function settleBelongings(tx: Writer, domains: Domains) {
  const { people, roles } = tx.tables;
  const organisationOf = await readOrganisations(tx);
  const holders = new Set((await tx.selectDistinct({ id: roles.personId }).from(roles)).map(({ id }) => id));
  const { id, email, circle, organisationId } = people;
  const here = and(isNotNull(email), isNull(people.leftAt));
  for (const person of await tx.select({ id, email, circle, organisationId }).from(people).where(here)) {
    const address = person.email ?? '';
    const belongs = belonging(address, { ...domains, organisationId: organisationOf(address) }, holders.has(person.id));
    if (belongs.circle === person.circle && belongs.organisationId === person.organisationId) continue;
    const [moved] = await tx.update(people).set(belongs).where(eq(id, person.id)).returning();
    if (moved) await keepPersonEntry(tx, moved);
  }
}

function belonging(email: string, book: AddressBook, hasRole: boolean) {
  const circle = hasRole ? 'staff' : circleOf(email, book);
  return { circle, organisationId: circle === 'partner' ? (book.organisationId ?? null) : null };
}
