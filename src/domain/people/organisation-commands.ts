import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { settleBelongings } from './belonging-commands.ts';
import type { Domains } from './people-rules.ts';

/** Adds a partner organisation. Mail domains belong to one organisation only: the first that has them. */
export async function addOrganisation(
  tx: Writer,
  organisation: { id: string; slug: string; name: string; description?: string; domains: string[] },
  domains: Domains,
) {
  const { organisations } = tx.tables;
  const added = await tx
    .insert(organisations)
    .values(organisation)
    .onConflictDoNothing()
    .returning({ id: organisations.id });
  await settleBelongings(tx, domains);
  return { kind: added.length > 0 ? ('added' as const) : ('already-there' as const) };
}

/** Invites one address into an organisation, where it belongs from then on. Inviting again moves it. */
export async function invite(
  tx: Writer,
  invitation: { email: string; organisationId: string; invitedById: string; now: Date },
  domains: Domains,
) {
  const { invitations, organisations } = tx.tables;
  const { now, ...row } = invitation;
  const [known] = await tx.select().from(organisations).where(eq(organisations.id, row.organisationId));
  if (!known) return { kind: 'no-such-organisation' as const };
  const values = { ...row, invitedAt: now };
  await tx.insert(invitations).values(values).onConflictDoUpdate({ target: invitations.email, set: values });
  await settleBelongings(tx, domains);
  return { kind: 'invited' as const, name: known.name };
}
