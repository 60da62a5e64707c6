import { z } from 'astro/zod';
import { answerInvitation, invite, takeInvitationBack, wearHat } from '#domain/drafts/invitation-commands.ts';
import { AMONG, WANTED } from '#domain/drafts/invitation-rules.ts';
import { listHats } from '#domain/people/hat-queries.ts';
import { chooseHat, NOT_YOUR_HAT } from '#domain/people/hat-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { choice, emailAddress, madeId } from './fields.ts';
import { guarded } from './guarded.ts';
import { notSaved } from './lesson-refusals.ts';
import { limitMail, writeOwnMail } from './limited.ts';
import { stationeryFor } from './rsvp-parts.ts';

const hatField = z
  .string()
  .max(120, NOT_YOUR_HAT)
  .nullish()
  .transform((key) => key ?? '');
const GONE = 'This invitation is not open any more. Perhaps it was taken back, or the lesson is published by now.';

export const lessonInvitations = {
  /** Asks somebody to write a draft together, or to read it. */
  invite: guarded({
    input: z.object({
      id: madeId,
      lessonId: madeId,
      email: emailAddress,
      wanted: choice(WANTED, 'Choose what you ask of them'),
    }),
    async handler(input, context, site) {
      const editor = requireMember(context);
      await limitMail(context, 'lesson-invitation', input.email);
      const wish = { ...input, domains: site.settings };
      const outcome = await site.write((tx) => invite(tx, editor, wish, stationeryFor(context), context.locals.now));
      if (outcome.kind === 'outside-circle')
        throw wrongFields({
          email: `This lesson is for ${AMONG[outcome.circle]}, and ${input.email} is not among them. Choose another circle for the lesson first, or ask somebody else`,
        });
      if (outcome.kind === 'there-already')
        throw wrongFields({ email: 'They are an author, or have been asked already' });
      if (outcome.kind === 'too-many')
        throw refusal('CONFLICT', 'That is as many as can be asked. Take an invitation back first.');
      if (outcome.kind !== 'invited') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}/together`, notice: 'draft-invited' };
    },
  }),

  takeBack: guarded({
    input: z.object({ invitationId: madeId }),
    async handler({ invitationId }, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => takeInvitationBack(tx, editor, invitationId));
      if (outcome.kind !== 'taken-back') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}/together`, notice: 'draft-invitation-back' };
    },
  }),

  /** Says yes or no to an invitation. */
  answer: guarded({
    input: z.object({ invitationId: madeId, answer: choice(['yes', 'no'], 'Say yes or no'), hat: hatField }),
    async handler({ invitationId, answer, hat: key }, context, site) {
      const viewer = requireMember(context);
      const hat = await findHat(site, viewer.person.id, key);
      const outcome = await writeOwnMail(context, 'lesson-invitation', viewer.person.id, (tx) =>
        answerInvitation(tx, viewer, { invitationId, answer, hat }, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind === 'no-such-invitation') throw refusal('GONE', GONE);
      if (outcome.kind === 'outside-circle')
        throw refusal('FORBIDDEN', 'This lesson is for people you are not among, so it cannot be shown to you.');
      const said = outcome.kind === 'answered-already' ? outcome.answer : outcome.kind;
      if (said === 'no') return { to: '/lessons', notice: 'draft-declined' };
      const path = `/lessons/${outcome.lesson.slug}`;
      return outcome.wanted === 'write'
        ? { to: `${path}/edit`, notice: 'draft-joined' }
        : { to: `${path}/margin`, notice: 'draft-reading' };
    },
  }),

  /** What an author writes a draft as. */
  wearHat: guarded({
    input: z.object({ lessonId: madeId, slug: z.string().max(200), hat: hatField }),
    async handler({ lessonId, slug, hat: key }, context, site) {
      const editor = requireMember(context);
      const hat = await findHat(site, editor.person.id, key);
      const outcome = await site.write((tx) => wearHat(tx, editor, lessonId, hat));
      if (outcome.kind === 'no-author') throw refusal('CONFLICT', 'You are not an author of this lesson any more.');
      return { to: `/lessons/${encodeURIComponent(slug)}/together`, notice: 'saved' };
    },
  }),
};

async function findHat({ read }: Pick<Site, 'read'>, personId: string, key: string) {
  const hat = chooseHat(await listHats(read, personId), key);
  if (hat === 'forged') throw wrongFields({ hat: NOT_YOUR_HAT });
  return hat;
}
