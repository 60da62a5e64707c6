import { z } from 'astro/zod';
import { discardDraft, editLesson, publishLesson, saveDraft, withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { PARTS } from '#domain/lessons/lesson-rules.ts';
import { takeLessonBack } from '#domain/moderation/lesson-hold-commands.ts';
import { listPictures } from '#domain/pictures/picture-queries.ts';
import { listJargon } from '#domain/plain-words/plain-words-queries.ts';
import { adviseOn } from '#domain/plain-words/plain-words-rules.ts';
import { plainBlocks } from '#domain/text/plain-text-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { isTooOften } from '#server/often.ts';
import { longText, madeId } from './fields.ts';
import { guarded } from './guarded.ts';
import { changedLesson, draftLesson, someWords, wholeLesson } from './lesson-fields.ts';
import { notSaved } from './lesson-refusals.ts';
import { readLesson } from './lesson-wish.ts';
import { renderFields } from './rendered.ts';

const MOST_PREVIEWS = 60;

export const lessons = {
  /** Keeps what is there so far, for its authors alone. */
  saveDraft: guarded({
    input: draftLesson,
    async handler(input, context, site) {
      const editor = requireMember(context);
      const wish = await readLesson(input, editor, context, site, 0);
      const outcome = await site.write((tx) => saveDraft(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'saved') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}/edit`, notice: 'draft-saved' };
    },
  }),

  /** Shows the lesson as it would look. Keeps nothing. */
  preview: guarded({
    input: someWords,
    async handler({ title, tryThis, worked, lessonId, ...sources }, context, site) {
      const member = requireMember(context);
      if (isTooOften(`preview ${member.person.id}`, MOST_PREVIEWS, context.locals.now))
        throw refusal('TOO_MANY_REQUESTS', 'That was a lot of previews. Please try again in a minute.');
      const pictures = await listPictures(site.read, member, { kind: 'lesson', id: lessonId });
      const html = await renderFields(site, sources, { trusted: false, headingLevel: 4, pictures });
      const blocks = [tryThis, ...PARTS.flatMap((part) => plainBlocks(html[part]))];
      const advice = adviseOn(blocks, await listJargon(site.read));
      return { shown: { title, tryThis, worked, html, advice } };
    },
  }),

  /** Makes a lesson readable by its circle, new or from a draft. */
  publish: guarded({
    input: wholeLesson,
    async handler(input, context, site) {
      const editor = requireMember(context);
      const wish = await readLesson(input, editor, context, site);
      const outcome = await site.write((tx) => publishLesson(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'saved') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}`, notice: outcome.isHeld ? 'lesson-held' : 'lesson-published' };
    },
  }),

  /** Changes a published lesson. */
  edit: guarded({
    input: changedLesson,
    async handler({ whatChanged, ...input }, context, site) {
      const editor = requireMember(context);
      const wish = { ...(await readLesson(input, editor, context, site)), whatChanged };
      const outcome = await site.write((tx) => editLesson(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'saved') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}`, notice: 'lesson-saved' };
    },
  }),

  /** Takes a published lesson back; its address says why. */
  withdraw: guarded({
    input: z.object({ lessonId: madeId, reason: longText(500, 'Say why, for those who come looking for it') }),
    async handler(wish, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => withdrawLesson(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'withdrawn') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}`, notice: 'lesson-withdrawn' };
    },
  }),

  /** Takes a lesson out of the line that waits for the end of an election: it is a draft again. */
  takeBack: guarded({
    input: z.object({ lessonId: madeId }),
    async handler({ lessonId }, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => takeLessonBack(tx, editor, lessonId));
      if (outcome.kind === 'not-waiting') throw refusal('CONFLICT', 'This lesson does not wait any more.');
      if (outcome.kind !== 'taken-back') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}`, notice: 'lesson-taken-back' };
    },
  }),

  /** Throws a draft away. */
  discard: guarded({
    input: z.object({ lessonId: madeId }),
    async handler(wish, context, site) {
      const editor = requireMember(context);
      const outcome = await site.write((tx) => discardDraft(tx, editor, wish.lessonId));
      if (outcome.kind !== 'discarded') throw notSaved(outcome);
      return { to: '/lessons/drafts', notice: 'draft-discarded' };
    },
  }),
};
