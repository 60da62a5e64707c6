import { z } from 'astro/zod';
import { planPublication, unplanPublication } from '#domain/drafts/schedule-commands.ts';
import { readTime } from '#domain/meetups/meetup-time-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { wrongFields } from '#server/wrong-fields.ts';
import { madeId } from './fields.ts';
import { guarded } from './guarded.ts';
import { notSaved } from './lesson-refusals.ts';

const DAY = 86_400_000;
const MISSING = 'Enter a day and a time, like 3 December 2026, 10 am';

export const lessonSchedules = {
  /** Publishes a finished draft at a time, by itself. */
  plan: guarded({
    input: z.object({ lessonId: madeId, publishLocal: z.string({ error: MISSING }).min(1, MISSING).max(30, MISSING) }),
    async handler({ lessonId, publishLocal }, context, site) {
      const editor = requireMember(context);
      const { now } = context.locals;
      const { zone } = context.locals.site;
      const time = readTime(publishLocal, zone);
      if (time.kind === 'wrong') throw wrongFields({ publishLocal: time.sentence });
      if (time.at <= now) throw wrongFields({ publishLocal: 'Choose a time that is still ahead, or publish it now' });
      if (time.at.getTime() > now.getTime() + 366 * DAY)
        throw wrongFields({ publishLocal: 'Choose a time within the next twelve months' });
      const wish = { lessonId, jobId: site.newId(), publishLocal, zone, publishAt: time.at };
      const outcome = await site.write((tx) => planPublication(tx, editor, wish, now));
      if (outcome.kind === 'unfinished')
        throw refusal(
          'CONFLICT',
          'Not yet: a lesson needs what happened, what you would do next time, and an author. Finish the draft and save it, then choose its time.',
        );
      if (outcome.kind !== 'planned') throw notSaved(outcome);
      const notice = time.comesTwice ? 'lesson-planned-first-hour' : 'lesson-planned';
      return { to: `/lessons/${outcome.slug}/together`, notice };
    },
  }),

  /** Takes the plan back. */
  unplan: guarded({
    input: z.object({ lessonId: madeId }),
    async handler({ lessonId }, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => unplanPublication(tx, editor, lessonId));
      if (outcome.kind !== 'unplanned') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}/together`, notice: 'lesson-unplanned' };
    },
  }),
};
