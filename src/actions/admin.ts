import { z } from 'astro/zod';
import { rerunJob } from '#domain/jobs/job-commands.ts';
import { sendAgain } from '#domain/mail/outbox-commands.ts';
import { addOrganisation, invite } from '#domain/people/organisation-commands.ts';
import { ensurePerson, grantRole, revokeRole } from '#domain/people/people-commands.ts';
import { ROLES } from '#domain/people/people-rules.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { refusal, requireAdmin } from '#server/guards.ts';
import { choice, emailAddress, line, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';

const role = choice(ROLES, 'Choose a role');
const id = z.string({ error: 'Choose one from the list' }).max(64);

export const admin = {
  grantRole: guarded({
    input: z.object({ email: emailAddress, role }),
    async handler({ email, role }, context, site) {
      const { person } = requireAdmin(context);
      const { now } = context.locals;
      await site.write(async (tx) => {
        const holder = await ensurePerson(tx, { id: site.newId(), email, domains: site.settings, now });
        await grantRole(tx, { personId: holder.id, role, grantedById: person.id, now });
      });
      return { to: '/admin', notice: 'role-granted' };
    },
  }),

  revokeRole: guarded({
    input: z.object({ personId: id, role }),
    async handler({ personId, role }, context, site) {
      requireAdmin(context);
      const outcome = await site.write((tx) => revokeRole(tx, { personId, role, domains: site.settings }));
      if (outcome.kind === 'last-admin')
        throw refusal('CONFLICT', 'This is the only admin. Make somebody else an admin first.');
      return { to: '/admin', notice: 'role-revoked' };
    },
  }),

  addOrganisation: guarded({
    input: z.object({ name: line(80, 'Enter the organisation’s name'), domains: optionalLine(500) }),
    async handler({ name, domains }, context, site) {
      requireAdmin(context);
      const list = domains
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean);
      const organisation = { id: site.newId(), slug: slugOf(name), name, domains: list };
      const outcome = await site.write((tx) => addOrganisation(tx, organisation, site.settings));
      return { to: '/admin', notice: outcome.kind === 'added' ? 'saved' : 'already-there' };
    },
  }),

  invite: guarded({
    input: z.object({ invitee: emailAddress, organisationId: id }),
    async handler({ invitee, organisationId }, context, site) {
      const { person } = requireAdmin(context);
      const { now } = context.locals;
      const invitation = { email: invitee, organisationId, invitedById: person.id, now };
      const outcome = await site.write((tx) => invite(tx, invitation, site.settings));
      if (outcome.kind === 'no-such-organisation')
        throw refusal('NOT_FOUND', 'That organisation is gone. Choose another.');
      return { to: '/admin', notice: 'invited' };
    },
  }),

  sendAgain: guarded({
    input: z.object({ letterId: id }),
    async handler({ letterId }, context, site) {
      requireAdmin(context);
      const outcome = await site.write((tx) => sendAgain(tx, letterId, context.locals.now));
      if (outcome.kind === 'no-such-letter') throw refusal('NOT_FOUND', 'That letter has been sent or is gone.');
      return { to: '/admin', notice: 'letter-queued' };
    },
  }),

  rerunJob: guarded({
    input: z.object({ jobId: id }),
    async handler({ jobId }, context, site) {
      requireAdmin(context);
      const outcome = await site.write((tx) => rerunJob(tx, jobId, context.locals.now));
      if (outcome.kind === 'no-such-job') throw refusal('NOT_FOUND', 'That work is not planned any more.');
      return { to: '/admin/jobs', notice: 'job-planned' };
    },
  }),
};
