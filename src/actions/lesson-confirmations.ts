import { z } from 'astro/zod';
import { confirmLesson } from '#domain/try-outs/confirmation-commands.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { madeId } from './fields.ts';
import { guarded } from './guarded.ts';

export const lessonConfirmations = {
  /** An author says that a lesson is still true. */
  confirm: guarded({
    input: z.object({ id: madeId, lessonId: madeId }),
    async handler(wish, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => confirmLesson(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'confirmed') throw refusal('NOT_FOUND', 'This lesson is gone, or it is not yours.');
      return { to: `/lessons/${outcome.slug}`, notice: 'lesson-confirmed' };
    },
  }),
};
