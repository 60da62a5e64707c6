import { z } from 'astro/zod';
import { DEMO_PERSONAS, findPersona } from '#domain/people/persona-queries.ts';
import { refusal } from '#server/guards.ts';
import { startSession } from '#server/sign-in.ts';
import { choice } from './fields.ts';
import { guarded } from './guarded.ts';

export const demo = {
  /** In the demo one press makes the newcomer somebody else. A real site has no such door. */
  become: guarded({
    input: z.object({ as: choice(DEMO_PERSONAS, 'Choose who to be') }),
    async handler({ as }, context, site) {
      if (!site.settings.isDemo) throw refusal('NOT_FOUND', 'There is nothing here.');
      const person = await findPersona(site.read, as);
      if (!person) throw refusal('NOT_FOUND', 'The demo has not been filled yet. Restart it.');
      const cookie = await startSession(site, person.id);
      context.cookies.set(cookie.name, cookie.value, cookie.attributes);
      return { to: '/', notice: 'demo-became' };
    },
  }),
};
