import { actions } from 'astro:actions';
import type { APIRoute } from 'astro';
import { findLessonToEdit } from '#domain/lessons/lesson-edit-queries.ts';
import { findLesson } from '#domain/lessons/lesson-queries.ts';
import { sliceLessons } from '#domain/lessons/lesson-slice-queries.ts';
import { formOf, problemOf } from '#server/api/deeds.ts';
import { lessonBody, lessonLineOf, lessonOf, lessonQuery } from '#server/api/lesson-shapes.ts';
import { partOf, readCursor } from '#server/api/parts.ts';
import { apiMade, apiProblem, otherMethod } from '#server/api/problems.ts';
import { lacksScope, mayNotRead, readBody, readQuestion } from '#server/api/questions.ts';
import { newId } from '#server/chance.ts';

/** The lessons that somebody may read, in the order in which they were begun, a part at a time. */
export const GET: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const asked = mayNotRead(context, 'lessons:read') ?? readQuestion(context.url, lessonQuery);
  if (asked instanceof Response) return asked;
  const after = readCursor(asked.cursor);
  if (after instanceof Response) return after;
  const { rows, last } = await sliceLessons(read, viewer, { tag: asked.tag, after, most: asked.limit });
  const lines = rows.map((row) => lessonLineOf(row, site.url));
  return partOf('lessons', lines, last, context.url, site.url);
};

/** Keeps a draft of whoever the token acts for, by the same action as the button of the form. */
export const POST: APIRoute = async (context) => {
  const { read, viewer, site } = context.locals;
  const asked = lacksScope(context, 'lessons:draft') ?? (await readBody(context.request, lessonBody));
  if (asked instanceof Response) return asked;
  const { id: lessonId = newId(), tags, ...words } = asked;
  const authors = `person:${viewer.person?.id}`;
  const form = formOf({ ...words, lessonId, authors, tags: tags?.join(','), basedOn: '0' });
  const { error } = await context.callAction(actions.lessons.saveDraft, form);
  if (error) return problemOf(error);
  const draft = await findLesson(read, viewer, (await findLessonToEdit(read, lessonId))?.slug ?? '');
  if (!draft) return apiProblem('not-there', 'This draft is gone again.');
  return apiMade(lessonOf(draft, site.url));
};

export const ALL = otherMethod('GET, HEAD, POST, OPTIONS');
