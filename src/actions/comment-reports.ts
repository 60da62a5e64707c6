import { z } from 'astro/zod';
import { reportComment } from '#domain/moderation/report-commands.ts';
import { refusal } from '#server/guards.ts';
import { longText, madeId, optionalEmail, optionalLine } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail } from './limited.ts';
import { stationeryFor } from './rsvp-parts.ts';

export const commentReports = {
  /** Anybody says that a comment breaks the house rules. */
  send: guarded({
    input: z.object({
      id: madeId,
      commentId: madeId,
      words: longText(1000, 'Say which rule it breaks, and how'),
      answerTo: optionalEmail,
      /** A field that only a machine fills in. */
      trap: optionalLine(200),
    }),
    async handler({ trap, ...report }, context, site) {
      const { viewer, now, clientAddress } = context.locals;
      const done = { to: `/comments/${report.commentId}`, notice: 'comment-reported' };
      if (trap) return done;
      await limitMail(context, 'comment-report', viewer.person?.id ?? report.answerTo ?? clientAddress);
      const answerTo = report.answerTo ?? viewer.person?.email ?? null;
      const wish = { ...report, answerTo };
      const outcome = await site.write((tx) => reportComment(tx, viewer, wish, stationeryFor(context), now));
      if (outcome.kind === 'no-such-comment')
        throw refusal('NOT_FOUND', 'This comment is not there any more, or it has been removed already.');
      return done;
    },
  }),
};
