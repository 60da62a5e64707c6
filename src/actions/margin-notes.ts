import { z } from 'astro/zod';
import { sayRead, settleNote, writeInMargin } from '#domain/drafts/margin-commands.ts';
import { WORD_NAMES } from '#domain/lessons/lesson-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { choice, LOST, longText, madeId } from './fields.ts';
import { guarded } from './guarded.ts';
import { writeOwnMail } from './limited.ts';
import { stationeryFor } from './rsvp-parts.ts';

const gone = () => refusal('NOT_FOUND', 'This draft is gone or published, or it is not open to you any more.');

export const marginNotes = {
  /** Writes in the margin of a section. */
  write: guarded({
    input: z.object({
      id: madeId,
      lessonId: madeId,
      section: choice(WORD_NAMES, LOST),
      words: longText(2000, 'Write what you think of this section'),
    }),
    async handler(wish, context, site) {
      const viewer = requireMember(context);
      const outcome = await site.write((tx) => writeInMargin(tx, viewer, wish, context.locals.now));
      if (outcome.kind === 'too-many')
        throw refusal('CONFLICT', 'This margin is full. Talk to each other, and settle it in the draft itself.');
      if (outcome.kind !== 'written') throw gone();
      return { to: `/lessons/${outcome.slug}/margin`, notice: 'margin-written' };
    },
  }),

  settle: guarded({
    input: z.object({ noteId: madeId }),
    async handler({ noteId }, context, site) {
      const viewer = requireMember(context);
      const outcome = await site.write((tx) => settleNote(tx, viewer, noteId, context.locals.now));
      if (outcome.kind !== 'settled') throw gone();
      return { to: `/lessons/${outcome.slug}/margin`, notice: 'margin-settled' };
    },
  }),

  /** A second pair of eyes has read the draft. */
  sayRead: guarded({
    input: z.object({ lessonId: madeId }),
    async handler({ lessonId }, context) {
      const viewer = requireMember(context);
      const outcome = await writeOwnMail(context, 'lesson-reading', viewer.person.id, (tx) =>
        sayRead(tx, viewer, lessonId, stationeryFor(context), context.locals.now),
      );
      if (outcome.kind !== 'said') throw gone();
      return { to: `/lessons/${outcome.slug}/margin`, notice: 'margin-read' };
    },
  }),
};
