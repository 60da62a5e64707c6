import type { Database, Writer } from '#db/database.ts';
import { mayHost } from '#domain/meetups/meetup-rules.ts';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { findOrganisationOf } from '#domain/people/people-queries.ts';
import { circleOf } from '#domain/people/people-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import type { Settings } from '#server/settings.ts';

/** Why one of these addresses cannot host meetups of a circle, in a sentence; undefined when all can. */
export async function refuseHosts(
  read: Database['read'],
  emails: readonly string[],
  circle: Circle,
  settings: Settings,
) {
  for (const email of emails) {
    const organisationId = await findOrganisationOf(read, email);
    if (!mayHost({ circle: circleOf(email, { ...settings, organisationId }) }, circle))
      return `${email} cannot host these: choose somebody on the staff or at a partner, who can see them.`;
  }
  return new Set(emails).size < emails.length ? 'Name somebody else as second host.' : undefined;
}

/** The ids of the people with these addresses; whoever has not signed in yet is added. */
export async function ensureHosts(
  tx: Writer,
  emails: readonly string[],
  domains: Settings,
  now: Date,
): Promise<string[]> {
  const ids = [];
  for (const email of emails) ids.push((await ensurePerson(tx, { id: newId(), email, domains, now })).id);
  return ids;
}
