import { z } from 'astro/zod';
import { editLesson, type LessonWish, saveDraft } from '#domain/lessons/lesson-commands.ts';
import { findLessonToEdit } from '#domain/lessons/lesson-edit-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { listTexts } from '#domain/lessons/lesson-revision-queries.ts';
import type { Member } from '#domain/people/viewer.ts';
import { requireMember } from '#server/guards.ts';
import type { Site } from '#server/site.ts';
import { LOST, madeId, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { notSaved } from './lesson-refusals.ts';
import { renderLesson } from './lesson-wish.ts';

const restoring = z.object({
  lessonId: madeId,
  number: wholeNumber(1, 1_000_000, LOST),
  basedOn: wholeNumber(1, 1_000_000, LOST),
});

export const lessonRevisions = {
  /** Makes an earlier text the newest; what stands around the words stays. */
  restore: guarded({
    input: restoring,
    async handler(input, context, site) {
      const editor = requireMember(context);
      const { wish, isPublished } = await readEarlier({ ...input, siteUrl: context.locals.site.url }, editor, site);
      const save = isPublished ? editLesson : saveDraft;
      const outcome = await site.write((tx) => save(tx, editor, wish, context.locals.now));
      if (outcome.kind !== 'saved') throw notSaved(outcome);
      return { to: `/lessons/${outcome.slug}/revisions`, notice: 'lesson-restored' };
    },
  }),
};

/** The lesson as it is, but with the words of an earlier text. */
async function readEarlier(
  { lessonId, number, basedOn, siteUrl }: z.output<typeof restoring> & { siteUrl: string },
  editor: Member,
  site: Site,
) {
  const people = await findLessonToEdit(site.read, lessonId);
  const lesson = people && (await findLesson(site.read, editor, people.slug));
  const [text] = lesson?.isEditable ? await listTexts(site.read, lessonId, [number]) : [];
  if (!people || !lesson || !text) throw notSaved({ kind: 'no-such-lesson' });
  const { words } = text;
  const { worked, circle, meetupId, tags } = lesson;
  const circles = [editor.circle, ...people.authors.map((author) => author.circle)];
  const authors = lesson.authors.map(({ personId, name }) =>
    personId === null ? { personId, guestName: name ?? '' } : { personId, guestName: '' as const },
  );
  const wish: LessonWish = {
    ...{ lessonId, basedOn, words, worked, circle, meetupId, tags, authors },
    opened: { circle, authorIds: people.authorIds },
    ...(await renderLesson({ lessonId, words, circles, siteUrl }, editor, site)),
    unitIds: lesson.units.map(({ id }) => id),
    channelIds: lesson.channels.map(({ id }) => id),
  };
  return { wish, isPublished: lesson.publishedAt !== null };
}
