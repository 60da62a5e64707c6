import { z } from 'astro/zod';
import { saveProfile } from '#domain/people/people-commands.ts';
import { localPath } from '#domain/people/people-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { line, optionalId, optionalLine, optionalText, tick } from './fields.ts';
import { guarded } from './guarded.ts';

export const people = {
  /** What somebody says about themselves. */
  saveProfile: guarded({
    input: z.object({
      name: line(80, 'Enter your name, as you would like to be called'),
      jobTitle: optionalLine(80),
      unitId: optionalId,
      askMeAbout: optionalText(300),
      showsName: tick,
      next: z.string().max(2000).nullish(),
    }),
    async handler({ next, ...profile }, context, site) {
      const { person, circle } = requireMember(context);
      const unitId = circle === 'staff' ? profile.unitId : null;
      const outcome = await site.write((tx) => saveProfile(tx, person.id, { ...profile, unitId }));
      if (outcome.kind === 'no-such-person')
        throw refusal('NOT_FOUND', 'Your profile is gone. Sign in again to make a new one.');
      return { to: next ? localPath(next) : '/profile', notice: 'profile-saved' };
    },
  }),
};
