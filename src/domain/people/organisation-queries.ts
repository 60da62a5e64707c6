import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** The partner organisations, by name. */
export const listOrganisations = (read: Reader) => {
  const { organisations } = read.tables;
  return read.select().from(organisations).orderBy(asc(organisations.name));
};

/** Addresses invited one by one, for the admin. */
export const listInvitations = (read: Reader) => {
  const { invitations, organisations } = read.tables;
  return read
    .select({ email: invitations.email, organisation: organisations.name, invitedAt: invitations.invitedAt })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .orderBy(asc(organisations.name), asc(invitations.email));
};
